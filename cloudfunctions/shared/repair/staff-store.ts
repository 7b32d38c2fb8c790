import sql, { type Sql } from 'sql-template-tag'
import type { Actor } from '../policy/actor'

/** True where the actor also works for the property in this community, in whichever seat they act now. */
export const servesHere = (actor: Actor): Sql => sql`
  exists (
    select from seat serving
    where serving.community_id = ${actor.communityId} and serving.person_id = ${actor.personId}
      and serving.role in ('technician', 'clerk', 'cashier', 'manager')
      and serving.from_at <= app_now() and (serving.until_at is null or app_now() < serving.until_at)
  )`
