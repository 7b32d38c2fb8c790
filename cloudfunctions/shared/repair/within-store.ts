import sql, { type Sql } from 'sql-template-tag'
import type { Actor } from '../policy/actor'
import { withinRepairs } from '../policy/reach'
import type { Reach } from '../policy/rule'

/** The condition that a row of `repair` is within the actor's reach: one for every function that reads orders. */
export const repairWithin = (actor: Actor, reach: Reach): Sql =>
  withinRepairs(actor, reach, {
    communityId: sql`repair.community_id`,
    houseId: sql`repair.house_id`,
    at: sql`repair.filed_at`,
    assigneeId: sql`repair.assignee_id`,
    state: sql`repair.state`,
  })
