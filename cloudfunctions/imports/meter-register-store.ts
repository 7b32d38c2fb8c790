import sql, { type Sql } from 'sql-template-tag'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { RegisterStore } from './register-store'
import { stagedRows } from './staging-store'

/** Each staged meter with its house; one of the common parts has none. */
const withHouse = (actor: Actor, importId: string): Sql => sql`
  select staged.row_no, staged.facts, staged.new_id, staged.target_id, staged.change, house.house_id
  from (${stagedRows(actor, importId)}) staged
  left join house on house.community_id = ${actor.communityId} and house.building = staged.facts ->> 'building'
    and house.stair = staged.facts ->> 'stair' and house.room = staged.facts ->> 'room'`

/** Each staged meter beside the one with its number; a number means one meter of its kind. */
const currentMeters = (actor: Actor, importId: string): Sql => sql`
  select staged.row_no, coalesce(meter.meter_id, staged.new_id) as target_id,
    case when meter.meter_id is not null then jsonb_strip_nulls(jsonb_build_object(
      'utility', meter.utility, 'serial', meter.serial_number, 'building', house.building, 'stair', house.stair,
      'room', house.room, 'place', meter.place_words, 'multiplier', meter.multiplier, 'readingE3', meter.first_reading_e3,
      'readOn', meter.first_read_on)) end as before
  from (${stagedRows(actor, importId)}) staged
  left join meter on meter.community_id = ${actor.communityId} and meter.utility = staged.facts ->> 'utility'
    and meter.serial_number = staged.facts ->> 'serial'
  left join house on house.community_id = ${actor.communityId} and house.house_id = meter.house_id`

async function noteMeterProblems(db: Db, actor: Actor, importId: string, today: string): Promise<void> {
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}::uuid, ${importId}::uuid, row_no, 101, '室号', '房屋登记里没有这套房', '核对楼栋、单元、室号；确有这套房，请先导入房屋'
    from (${withHouse(actor, importId)}) given
    where facts ? 'room' and house_id is null
    union all
    select ${actor.communityId}::uuid, ${importId}::uuid, row_no, 102, '读数日期', '读数日期还没到', '写实际抄表的那一天'
    from (${stagedRows(actor, importId)}) staged
    where (facts ->> 'readOn')::date > ${today}::date`)
}

/** A meter that moved between a house and the common parts hangs in one place alone. */
async function applyMeters(db: Db, actor: Actor, importId: string): Promise<void> {
  await db.run(sql`
    insert into meter (community_id, meter_id, utility, serial_number, house_id, place_words, multiplier, first_reading_e3,
      first_read_on)
    select ${actor.communityId}, target_id, facts ->> 'utility', facts ->> 'serial', house_id, facts ->> 'place',
      coalesce((facts ->> 'multiplier')::integer, 1), (facts ->> 'readingE3')::bigint, (facts ->> 'readOn')::date
    from (${withHouse(actor, importId)}) given
    where change = 'new'`)
  await db.run(sql`
    update meter
    set house_id = given.house_id, place_words = given.facts ->> 'place',
      multiplier = coalesce((given.facts ->> 'multiplier')::integer, meter.multiplier),
      first_reading_e3 = (given.facts ->> 'readingE3')::bigint, first_read_on = (given.facts ->> 'readOn')::date
    from (${withHouse(actor, importId)}) given
    where meter.community_id = ${actor.communityId} and meter.meter_id = given.target_id and given.change = 'changed'`)
}

export const meterStore: RegisterStore = {
  current: currentMeters,
  lookAtWhole: noteMeterProblems,
  apply: applyMeters,
}
