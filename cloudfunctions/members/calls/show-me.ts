import type * as members from '../../../types/contracts/members'
import { HOME_CALLS } from '../../../types/vocabulary/home'
import type { Answer } from '../../shared/call/answer'
import { houseLabel } from '../../shared/people/house-label'
import { POLICY } from '../../shared/policy/policy'
import { countUnread } from '../message-store'

/** Who am I: my live seats and the one that acts. A stranger gets an empty list, not a refusal. */
export const showMe: Answer<typeof members.showMe> = async ({ db, now, actor, seats }) => ({
  ...(actor && { seatId: actor.seatId, ...(actor.name && { name: actor.name }) }),
  seats: seats.map((seat) => ({
    seatId: seat.seatId,
    role: seat.role,
    communityId: seat.communityId,
    communityName: seat.communityName,
    houses: seat.houses.map((house) => ({ houseId: house.houseId, label: houseLabel(house) })),
    ...(seat.officeName && { officeName: seat.officeName }),
  })),
  unreadMessages: actor ? await countUnread(db, actor) : 0,
  may: HOME_CALLS.filter((call) => actor !== undefined && actor.role in POLICY[call].who),
  now: now.toISOString(),
})
