import type * as offices from '../../../types/contracts/members-offices'
import { ROLES } from '../../../types/vocabulary/roles'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { issueCode } from '../issue-code'
import { officesOf } from '../rules/offices'
import { lockMember, revokeInvitations } from '../staff-member-store'

/**
 * Appoints an employee of the personnel register to the office that comes with the duty. They come by the code, or by the
 * telephone of the register once WeChat has verified it. An invitation made before is taken back.
 */
export const inviteStaff: Answer<typeof offices.inviteStaff> = async (given, { staffId }) => {
  const { db, actor, now } = given
  const member = await lockMember(db, actor, staffId)
  const role = officesOf(actor.role).find((office) => office === member.duty)
  if (!role) throw new AppError('NOT_ALLOWED')
  await revokeInvitations(db, actor, staffId, now)
  const officeName = member.team ?? ROLES[role].zh
  const made = await issueCode(given, { purpose: 'office', role, officeName, staffId })
  return { ...made, name: member.name, role }
}
