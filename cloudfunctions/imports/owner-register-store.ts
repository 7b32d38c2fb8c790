import sql, { type Sql } from 'sql-template-tag'
import { AREA_KNOWN_SINCE } from '../../types/vocabulary/house'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import { followOwners } from './follow-owners-store'
import type { RegisterStore } from './register-store'
import { stagedRows } from './staging-store'

/** Each staged row with its house; a house that the register lacks is none. */
const withHouse = (actor: Actor, importId: string): Sql => sql`
  select staged.row_no, staged.facts, staged.new_id, staged.target_id, staged.change, house.house_id, house.delivered_on
  from (${stagedRows(actor, importId)}) staged
  left join house on house.community_id = ${actor.communityId} and house.building = staged.facts ->> 'building'
    and house.stair = staged.facts ->> 'stair' and house.room = staged.facts ->> 'room'`

/** Who owns now, with the share as people write it. */
const owning = (actor: Actor): Sql => sql`
  select ownership.house_id, ownership.owner_id, ownership.from_on, owner.kind, owner.name, owner.phone, owner.id_hmac,
    ownership.share_num || '/' || ownership.share_den as share
  from ownership
  join owner on owner.community_id = ownership.community_id and owner.owner_id = ownership.owner_id
  where ownership.community_id = ${actor.communityId} and ownership.until_on is null`

/** The same owner: the same ID number; where one side gives none, the same kind and name in the same house. */
const isSame = sql`
  coalesce(known.id_hmac = given.facts ->> 'idHmac',
    known.kind = given.facts ->> 'kind' and known.name = given.facts ->> 'name')`

/** Each staged row beside its owner of that house now; and who would no longer own it. */
const currentOwners = (actor: Actor, importId: string): Sql => sql`
  with given as materialized (${withHouse(actor, importId)}), known as materialized (${owning(actor)}),
  here as (
    select distinct on (given.row_no) given.row_no, known.owner_id, known.name, known.phone, known.kind, known.share, known.id_hmac
    from given
    join known on known.house_id = given.house_id and ${isSame}
    order by given.row_no, known.id_hmac nulls last, known.owner_id
  ),
  elsewhere as (
    select distinct on (row_no) row_no, owner_id
    from (
      select given.row_no, owner.owner_id, 1 as place
      from given
      join owner on owner.community_id = ${actor.communityId} and owner.merged_into is null
        and owner.id_hmac = given.facts ->> 'idHmac'
      union all
      select given.row_no, owner.owner_id, 2
      from given
      join owner on owner.community_id = ${actor.communityId} and owner.merged_into is null
        and owner.kind = given.facts ->> 'kind' and owner.name = given.facts ->> 'name'
      where given.facts ->> 'kind' <> 'person'
    ) found
    order by row_no, place, owner_id
  ),
  leaving as (
    select known.house_id, string_agg(known.name, '、' order by known.owner_id) as names
    from known
    where exists (select from given where given.house_id = known.house_id)
      and not exists (select from given where given.house_id = known.house_id and ${isSame})
    group by known.house_id
  )
  select given.row_no,
    coalesce(here.owner_id, elsewhere.owner_id, first_value(given.new_id) over (
      partition by case
        when given.facts ? 'idHmac' then 'id:' || (given.facts ->> 'idHmac')
        when given.facts ->> 'kind' <> 'person' then given.facts ->> 'kind' || ':' || (given.facts ->> 'name')
        else given.row_no::text end
      order by given.row_no)) as target_id,
    case when here.owner_id is not null or leaving.names is not null then jsonb_strip_nulls(jsonb_build_object(
      'building', given.facts ->> 'building', 'stair', given.facts ->> 'stair', 'room', given.facts ->> 'room',
      'name', here.name, 'phone', here.phone, 'kind', here.kind, 'share', here.share, 'idHmac', here.id_hmac,
      'leaving', leaving.names)) end as before
  from given
  left join here on here.row_no = given.row_no
  left join elsewhere on elsewhere.row_no = given.row_no
  left join leaving on leaving.house_id = given.house_id`

/** Co-owners without written shares hold equal ones. */
const fillEqualShares = (db: Db, actor: Actor, importId: string) =>
  db.run(sql`
    update import_row
    set facts = import_row.facts || jsonb_build_object('share', '1/' || counted.owners)
    from (
      select row_no, count(*) over (partition by facts ->> 'building', facts ->> 'stair', facts ->> 'room') as owners
      from (${stagedRows(actor, importId)}) staged
    ) counted
    where import_row.community_id = ${actor.communityId} and import_row.import_id = ${importId}
      and import_row.row_no = counted.row_no and not import_row.facts ? 'share'`)

/** What only the whole file and the register can show: unknown houses, shares beyond the whole, days that run backwards. */
async function noteOwnerProblems(db: Db, actor: Actor, importId: string, today: string): Promise<void> {
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, row_no, 101, '室号', '房屋登记里没有这套房', '核对楼栋、单元、室号；确有这套房，请先导入房屋'
    from (${withHouse(actor, importId)}) given
    where house_id is null`)
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, row_no, 102, '份额', '这套房各业主的份额加起来超过全部', '核对这套房每一行的份额，合起来不超过 1'
    from (
      select row_no, sum(split_part(facts ->> 'share', '/', 1)::numeric / split_part(facts ->> 'share', '/', 2)::numeric)
        over (partition by house_id) as whole
      from (${withHouse(actor, importId)}) given
      where house_id is not null
    ) summed
    where whole > 1.000001`)
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, given.row_no, 103, '产权起始日',
      '现在的登记从 ' || max(known.from_on) || ' 起，新的要晚于它', '把产权起始日写成实际过户的日子'
    from (${withHouse(actor, importId)}) given
    join (${owning(actor)}) known on known.house_id = given.house_id
      and known.from_on >= coalesce((given.facts ->> 'fromOn')::date, ${today}::date)
    where not (${isSame} and known.share = given.facts ->> 'share')
      and not exists (select from (${withHouse(actor, importId)}) given where given.house_id = known.house_id and ${isSame}
        and known.share = given.facts ->> 'share')
    group by given.row_no`)
}

/** New owners and what changed of known ones; ownerships end and begin on the day of the change, and none is lost. */
async function applyOwners(db: Db, actor: Actor, importId: string, today: string): Promise<void> {
  await db.run(sql`
    insert into owner (community_id, owner_id, kind, name, phone, id_hmac)
    select distinct on (target_id) ${actor.communityId}, target_id, facts ->> 'kind', facts ->> 'name', facts ->> 'phone',
      facts ->> 'idHmac'
    from (${stagedRows(actor, importId)}) staged
    where change in ('new', 'changed')
    order by target_id, row_no
    on conflict on constraint owner_pkey do update
    set name = excluded.name, phone = coalesce(excluded.phone, owner.phone), id_hmac = coalesce(excluded.id_hmac, owner.id_hmac)`)
  await db.run(sql`
    update ownership
    set until_on = changing.from_on
    from (
      select house_id, max(coalesce((facts ->> 'fromOn')::date, ${today}::date)) as from_on
      from (${withHouse(actor, importId)}) given
      where change in ('new', 'changed')
      group by house_id
    ) changing
    where ownership.community_id = ${actor.communityId} and ownership.house_id = changing.house_id and ownership.until_on is null
      and not exists (select from (${withHouse(actor, importId)}) given
        where given.house_id = ownership.house_id and given.target_id = ownership.owner_id
          and given.facts ->> 'share' = ownership.share_num || '/' || ownership.share_den)`)
  await db.run(sql`
    insert into ownership (community_id, ownership_id, house_id, owner_id, share_num, share_den, from_on)
    select ${actor.communityId}, given.new_id, given.house_id, given.target_id,
      split_part(given.facts ->> 'share', '/', 1)::integer, split_part(given.facts ->> 'share', '/', 2)::integer,
      case
        when earlier.from_on is not null then coalesce((given.facts ->> 'fromOn')::date, ${today}::date)
        else coalesce((given.facts ->> 'fromOn')::date, given.delivered_on, ${AREA_KNOWN_SINCE}::date)
      end
    from (${withHouse(actor, importId)}) given
    left join (
      select house_id, max(from_on) as from_on
      from ownership
      where community_id = ${actor.communityId}
      group by house_id
    ) earlier on earlier.house_id = given.house_id
    where given.change in ('new', 'changed')
      and not exists (select from ownership
        where ownership.community_id = ${actor.communityId} and ownership.house_id = given.house_id
          and ownership.owner_id = given.target_id and ownership.until_on is null)`)
}

export const ownerStore: RegisterStore = {
  current: currentOwners,
  since: ['fromOn'],
  lookAtWhole: async (db, actor, importId, today) => {
    await fillEqualShares(db, actor, importId)
    await noteOwnerProblems(db, actor, importId, today)
  },
  apply: async (db, actor, importId, { now, today }) => {
    await applyOwners(db, actor, importId, today)
    await followOwners(db, actor, now)
  },
}
