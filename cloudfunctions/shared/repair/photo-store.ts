import sql, { type Sql } from 'sql-template-tag'
import { REPAIR_STATE_IDS, REPAIR_STATES } from '../../../types/vocabulary/repair'
import { categoryOf, REPAIR_CATEGORY_IDS } from '../../../types/vocabulary/repair-category'
import type { Actor } from '../policy/actor'
import { withinRepairs } from '../policy/reach'
import type { Reach } from '../policy/rule'
import { KNOWS_HOUSES } from './masking'

const INSIDE_FLATS = REPAIR_CATEGORY_IDS.filter((category) => categoryOf(category).part === 'flat')
const OPEN_STATES = REPAIR_STATE_IDS.filter((state) => REPAIR_STATES[state].open)

/**
 * Selects the order, within reach, if it holds the row `file` of the query around it, and this person may open its photos:
 * the SQL of `mayOpenPhotos`. What stands inside a flat is for whoever may know whose flat it is.
 */
export function holdsPhoto(actor: Actor, reach: Reach, repairId: string): Sql {
  const onTheJob = sql`repair.assignee_id = ${actor.personId} and repair.state = any (${OPEN_STATES}::text[])`
  return sql`
    select from repair_photo photo
    join repair on repair.community_id = photo.community_id and repair.repair_id = photo.repair_id
    where photo.community_id = file.community_id and photo.file_id = file.file_id and repair.repair_id = ${repairId}
      and (${KNOWS_HOUSES.includes(actor.role)} or repair.category <> all (${INSIDE_FLATS}::text[]) or (${onTheJob}))
      and ${withinRepairs(actor, reach, {
        communityId: sql`repair.community_id`,
        houseId: sql`repair.house_id`,
        at: sql`repair.filed_at`,
        assigneeId: sql`repair.assignee_id`,
        state: sql`repair.state`,
      })}`
}
