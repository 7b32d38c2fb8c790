import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { getPersonHere, insertRebinding } from '../rebinding-store'

/** One employee asks for a new account or a new number for somebody; the person is told before anything happens. */
export const requestRebinding: Answer<typeof binding.requestRebinding> = async (
  { db, actor, now, tell },
  { personId, kind, newPhone, reason },
) => {
  if ((kind === 'phone') !== (newPhone !== undefined)) {
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'newPhone', message: '换手机号请写新号码，换账号不用写' }] })
  }
  const person = await getPersonHere(db, actor, personId)
  if (person.person_id === actor.personId) throw new AppError('SECOND_PERSON')
  if (kind === 'account' && person.held_elsewhere) throw new AppError('HELD_ELSEWHERE')
  const rebindingId = await insertRebinding(db, actor, { personId, kind, newPhone, reason }, now)
  await tell({ personId }, 'rebindingRequested', rebindingId)
  return { rebindingId }
}
