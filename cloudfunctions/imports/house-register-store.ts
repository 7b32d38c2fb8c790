import sql, { type Sql } from 'sql-template-tag'
import { AREA_KNOWN_SINCE } from '../../types/vocabulary/house'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import { UNDELIVERED } from './rules/columns'
import type { Moment, RegisterStore } from './register-store'
import { stagedRows } from './staging-store'

/** Each staged house beside what the register says of it; the area is the latest known. */
const currentHouses = (actor: Actor, importId: string): Sql => sql`
  select staged.row_no, coalesce(house.house_id, staged.new_id) as target_id,
    case when house.house_id is not null then jsonb_strip_nulls(jsonb_build_object(
      'building', house.building, 'stair', house.stair, 'room', house.room, 'use', house.use,
      'deliveredOn', case when house.is_undelivered then ${UNDELIVERED} else house.delivered_on::text end, 'area100', area.area100, 'areaSource', area.area_source)) end as before
  from (${stagedRows(actor, importId)}) staged
  left join house on house.community_id = ${actor.communityId} and house.building = staged.facts ->> 'building'
    and house.stair = staged.facts ->> 'stair' and house.room = staged.facts ->> 'room'
  left join (
    select distinct on (house_id) house_id, area100, area_source
    from house_area
    where community_id = ${actor.communityId}
    order by house_id, from_on desc
  ) area on area.house_id = house.house_id`

/**
 * New houses with their areas; of known ones what changed. A measured-again house gets a row from its day on, and bills
 * of earlier days keep the area they were made with.
 */
async function applyHouses(db: Db, actor: Actor, importId: string, { today }: Moment): Promise<void> {
  await db.run(sql`
    insert into house (community_id, house_id, building, stair, room, use, delivered_on, is_undelivered)
    select ${actor.communityId}, target_id, facts ->> 'building', facts ->> 'stair', facts ->> 'room', facts ->> 'use',
      nullif(facts ->> 'deliveredOn', ${UNDELIVERED})::date, coalesce(facts ->> 'deliveredOn' = ${UNDELIVERED}, false)
    from (${stagedRows(actor, importId)}) staged
    where change = 'new'`)
  await db.run(sql`
    update house
    set use = staged.facts ->> 'use',
      delivered_on = case when staged.facts ? 'deliveredOn' then nullif(staged.facts ->> 'deliveredOn', ${UNDELIVERED})::date
        else house.delivered_on end,
      is_undelivered = coalesce(staged.facts ->> 'deliveredOn' = ${UNDELIVERED}, house.is_undelivered)
    from (${stagedRows(actor, importId)}) staged
    where house.community_id = ${actor.communityId} and house.house_id = staged.target_id and staged.change = 'changed'`)
  await db.run(sql`
    insert into house_area (community_id, house_id, from_on, area100, area_source)
    select ${actor.communityId}, target_id,
      case when before ? 'area100' then coalesce((facts ->> 'areaFromOn')::date, ${today}::date) else ${AREA_KNOWN_SINCE}::date end,
      (facts ->> 'area100')::integer, facts ->> 'areaSource'
    from (${stagedRows(actor, importId)}) staged
    where change = 'new' or change = 'changed'
      and (before -> 'area100', before -> 'areaSource') is distinct from (facts -> 'area100', facts -> 'areaSource')
    on conflict on constraint house_area_pkey do update set area100 = excluded.area100, area_source = excluded.area_source`)
}

export const houseStore: RegisterStore = { current: currentHouses, apply: applyHouses, since: ['areaFromOn'] }
