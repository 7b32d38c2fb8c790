import type * as offices from '../../../types/contracts/members-offices'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { insertBody } from '../office-store'

/** The neighbourhood records which body speaks for the owners, with the document that it rests on. */
export const recordBody: Answer<typeof offices.recordBody> = async (
  { db, actor, now },
  { kind, name, documentWords, from, until },
) => {
  if (until !== undefined && until <= from) {
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'until', message: '任期结束要晚于开始' }] })
  }
  return { bodyId: await insertBody(db, actor, { kind, name, documentWords, from, until }, now) }
}
