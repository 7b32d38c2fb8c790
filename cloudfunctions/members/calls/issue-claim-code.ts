import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { houseLabel } from '../../shared/people/house-label'
import { isRegisteredOwner } from '../../shared/people/registered-owner-store'
import { getHouse } from '../claim-code-store'
import { issueCode } from '../issue-code'
import { invitesOf, needsRegister } from '../rules/household'

/** A code for one house and role: the desk for anyone, an owner for family and tenants of the own house. */
export const issueClaimCode: Answer<typeof binding.issueClaimCode> = async (given, { houseId, role }) => {
  const { db, actor, reach, now } = given
  if (reach === 'own house' && !actor.houses.some((house) => house.houseId === houseId)) throw new AppError('NOT_FOUND')
  if (!invitesOf(actor.role).includes(role)) throw new AppError('NOT_ALLOWED')
  if (needsRegister(actor.role) && !(await isRegisteredOwner(db, actor, houseId, now)))
    throw new AppError('OWNER_NOT_REGISTERED')
  const label = houseLabel(await getHouse(db, actor.communityId, houseId))
  return { ...(await issueCode(given, { purpose: 'house', role, houseId })), label, role }
}
