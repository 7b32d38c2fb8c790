import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { houseLabel } from '../../shared/people/house-label'
import { isRegisteredOwner } from '../../shared/people/registered-owner-store'
import { HOUSE_ROLES } from '../../../types/vocabulary/roles'
import { listBindingsOf } from '../binding-store'
import { listOpenCodes } from '../claim-code-store'
import { invitesOf, mayEndBinding, needsRegister } from '../rules/household'

/** Who is bound to one of my houses now. Invitations that are still open are for the owner to see. */
export const listHousehold: Answer<typeof binding.listHousehold> = async ({ db, actor, reach, now }, { houseId }) => {
  const house = actor.houses.find((one) => one.houseId === houseId)
  if (!house) throw new AppError('NOT_FOUND')
  const waitsForRegister = needsRegister(actor.role) && !(await isRegisteredOwner(db, actor, houseId, now))
  const bindings = await listBindingsOf(db, actor, houseId, now)
  const codes = actor.role === 'owner' ? await listOpenCodes(db, actor, reach, now) : []
  return {
    label: houseLabel(house),
    members: bindings.map((one) => ({
      bindingId: one.binding_id,
      role: one.role,
      name: one.name,
      since: one.from_at.toISOString(),
      mine: one.person_id === actor.personId,
      mayEnd: !waitsForRegister && mayEndBinding(actor, { role: one.role, seatId: one.seat_id }),
    })),
    invitations: codes.flatMap((code) => {
      const role = HOUSE_ROLES.find((one) => one === code.role)
      return role && code.house_id === houseId
        ? [{ codeId: code.code_id, role, expiresAt: code.expires_at.toISOString() }]
        : []
    }),
    mayInvite: waitsForRegister ? [] : invitesOf(actor.role),
    waitsForRegister,
  }
}
