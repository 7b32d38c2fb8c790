import type * as binding from '../../../types/contracts/members-binding'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { endTenantPaying } from '../../shared/billing/payer-store'
import { AppError } from '../../shared/call/app-error'
import { isRegisteredOwner } from '../../shared/people/registered-owner-store'
import { countOwnersLeft, endFamilyOf, lockLiveBinding, saveEnd } from '../binding-store'
import { revokeCodesOf } from '../claim-code-store'
import { endInstant } from '../rules/end-day'
import { mayEndBinding, needsRegister, takesFamilyAlong } from '../rules/household'

/** Ends a binding from a day on. History stays; an owner who leaves takes the family and the open invitations along. */
export const endBinding: Answer<typeof binding.endBinding> = async (
  { db, actor, reach, now, tell },
  { bindingId, reason, on },
) => {
  const leaving = await lockLiveBinding(db, actor, reach, bindingId, now)
  if (!mayEndBinding(actor, { role: leaving.role, seatId: leaving.seat_id })) throw new AppError('NOT_ALLOWED')
  if (needsRegister(actor.role) && !(await isRegisteredOwner(db, actor, leaving.house_id, now)))
    throw new AppError('OWNER_NOT_REGISTERED')
  const endsAt = endInstant(on, leaving.from_at, now)
  const houseId = leaving.house_id
  await saveEnd(db, actor, { bindingId, reason, endsAt })
  const ownersLeft = await countOwnersLeft(db, actor, houseId, endsAt)
  const familyEnded = takesFamilyAlong(leaving, ownersLeft)
    ? await endFamilyOf(db, actor, { houseId, reason, endsAt })
    : 0
  if (leaving.role === 'owner') await revokeCodesOf(db, actor, { personId: leaving.person_id, houseId }, now)
  if (leaving.role === 'tenant') {
    const { communityId } = actor
    await endTenantPaying(db, { communityId, houseId, personId: leaving.person_id, day: businessDate(endsAt) })
  }
  await tell({ personId: leaving.person_id }, 'bindingEnded', bindingId)
  return { bindingId, endsAt: endsAt.toISOString(), familyEnded }
}
