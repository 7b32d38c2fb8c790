import type * as offices from '../../../types/contracts/members-offices'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { countOwners } from '../owner-count-store'

/** Heads, houses and area of today, by the owner register. */
export const readOwnerCount: Answer<typeof offices.readOwnerCount> = async ({ db, actor, now }) => {
  const count = await countOwners(db, actor, businessDate(now))
  return {
    heads: count.heads,
    houses: count.houses,
    area100: count.area100,
    housesWithoutOwner: count.houses_without_owner,
    housesWithoutArea: count.houses_without_area,
    headsWithSeveral: count.heads_with_several,
  }
}
