import sql, { type Sql } from 'sql-template-tag'
import type { Actor } from './actor'
import type { Reach } from './rule'

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
        select from binding held -- a name of its own: the row's columns may come from a table called binding, too
        where held.community_id = ${actor.communityId}
          and held.seat_id = ${actor.seatId}
          and held.house_id = ${row.houseId}
          and held.from_at <= ${row.at}
          and held.from_at <= app_now()
          and (held.until_at is null or app_now() < held.until_at)
      ))`
    case 'own bills':
    case 'its record':
    case 'own task':
    case 'open pool':
    case 'self':
    case 'everyone':
    case 'named community':
      throw new Error(`reach '${reach}' has no house`)
  }
}

/** The columns of a bill that reach looks at. */
export interface BillReachColumns {
  communityId: Sql
  houseId: Sql
  payerOwnerId: Sql
  payerPersonId: Sql
}

/**
 * Own bills: of a house that the acting seat is bound to now, and addressed to this side. A tenant sees what the tenant pays.
 * Owner and family see what is addressed to the registered owner behind their binding, so a buyer never sees the seller's
 * bills nor a seller the buyer's, whichever of sale and register came first.
 */
export function withinBills(actor: Actor, reach: Reach, bill: BillReachColumns): Sql {
  if (reach !== 'own bills')
    return within(actor, reach, { communityId: bill.communityId, houseId: bill.houseId, at: sql`app_now()` })
  const bound = sql`
    held.community_id = ${actor.communityId} and held.seat_id = ${actor.seatId} and held.house_id = ${bill.houseId}
    and held.from_at <= app_now() and (held.until_at is null or app_now() < held.until_at)`
  if (actor.role === 'tenant') {
    return sql`(${bill.communityId} = ${actor.communityId} and ${bill.payerPersonId} = ${actor.personId}
      and exists (select from binding held where ${bound}))`
  }
  return sql`(${bill.communityId} = ${actor.communityId} and exists (
    select from binding held
    join owner behind on behind.community_id = held.community_id and behind.owner_id = held.owner_id
    where ${bound} and ${bill.payerOwnerId} in (behind.owner_id, behind.merged_into)
  ))`
}

/** The columns of a work order that reach looks at. */
export interface RepairReachColumns extends ReachColumns {
  assigneeId: Sql
  state: Sql
}

/** A technician reaches the orders that are theirs and, from the pool, the received ones that nobody has. */
export function withinRepairs(actor: Actor, reach: Reach, repair: RepairReachColumns): Sql {
  const own = sql`${repair.assigneeId} = ${actor.personId}`
  const inCommunity = sql`${repair.communityId} = ${actor.communityId}`
  if (reach === 'own task') return sql`(${inCommunity} and ${own})`
  if (reach === 'open pool')
    return sql`(${inCommunity} and (${own} or (${repair.assigneeId} is null and ${repair.state} = 'received')))`
  return within(actor, reach, repair)
}
