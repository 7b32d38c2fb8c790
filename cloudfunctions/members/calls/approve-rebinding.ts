import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { isSelf } from '../../shared/people/same-person'
import { selfOf } from '../../shared/people/same-person-store'
import { issueCode } from '../issue-code'
import { lockRebinding, saveApproval, savePhone } from '../rebinding-store'

/** The second employee approves: a number changes at once, an account when somebody uses the code; the person is told. */
export const approveRebinding: Answer<typeof binding.approveRebinding> = async (given, { rebindingId }) => {
  const { db, actor, now, tell } = given
  const rebinding = await lockRebinding(db, actor, rebindingId)
  const self = await selfOf(db, actor)
  if ([rebinding.requested_by, rebinding.person_id].some((personId) => isSelf(self, { personId })))
    throw new AppError('SECOND_PERSON')
  if (rebinding.state !== 'requested') throw new AppError('WRONG_STATE')
  await tell({ personId: rebinding.person_id }, 'rebindingApproved', rebindingId)
  if (rebinding.new_phone !== null) {
    await savePhone(db, actor, { personId: rebinding.person_id, phone: rebinding.new_phone })
    await saveApproval(db, actor, { rebindingId }, now)
    return { rebindingId }
  }
  const { codeId, code, expiresAt } = await issueCode(given, { purpose: 'account', forPersonId: rebinding.person_id })
  await saveApproval(db, actor, { rebindingId, codeId }, now)
  return { rebindingId, code, expiresAt }
}
