import type * as members from '../../../types/contracts/members'
import type { Answer } from '../../shared/call/answer'
import { houseLabel } from '../../shared/people/house-label'
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
  now: now.toISOString(),
})
