import sql, { type Sql } from 'sql-template-tag'
import type { Actor } from './actor'
import type { Reach } from './policy'

/** The columns of a tenant row that reach looks at. */
export interface ReachColumns {
  communityId: Sql
  houseId: Sql
  /** When the row came to be: a buyer does not see what the seller filed. */
  at: Sql
}

/**
 * The SQL condition under which a row is within reach of the actor. Out of reach reads as not there.
 * Row-level security stands behind it and knows only the community.
 */
export function within(actor: Actor, reach: Reach, row: ReachColumns): Sql {
  const inCommunity = sql`${row.communityId} = ${actor.communityId}`
  switch (reach) {
    case 'community':
      return inCommunity
    case 'own house':
      return sql`(${inCommunity} and exists (
        select from binding
        where binding.community_id = ${actor.communityId}
          and binding.seat_id = ${actor.seatId}
          and binding.house_id = ${row.houseId}
          and binding.from_at <= ${row.at}
          and binding.from_at <= app_now()
          and (binding.until_at is null or app_now() < binding.until_at)
      ))`
    case 'self':
    case 'everyone':
      throw new Error(`reach '${reach}' has no house`)
  }
}
