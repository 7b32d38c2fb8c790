import type * as offices from '../../../types/contracts/members-offices'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { issueCode } from '../issue-code'
import { mayAppoint, needsDocument } from '../rules/offices'

/** A code for an office: whoever uses it holds the office. Each side appoints only its own. */
export const appointStaff: Answer<typeof offices.appointStaff> = async (given, { role, officeName, documentWords }) => {
  if (!mayAppoint(given.actor.role, role)) throw new AppError('NOT_ALLOWED')
  if (needsDocument(role) && documentWords === undefined) {
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'documentWords', message: '请写依据的文件名和文号' }] })
  }
  return issueCode(given, { purpose: 'office', role, officeName, documentWords })
}
