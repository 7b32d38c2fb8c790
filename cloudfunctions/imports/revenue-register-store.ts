import sql, { type Sql } from 'sql-template-tag'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { Moment, RegisterStore } from './register-store'
import { stagedRows } from './staging-store'

/** Each staged contract beside the source that stands under its number, category and asset. */
const currentSources = (actor: Actor, importId: string): Sql => sql`
  select staged.row_no, coalesce(source.source_id, staged.new_id) as target_id,
    case when source.source_id is not null then jsonb_strip_nulls(jsonb_build_object(
      'category', source.category, 'asset', source.asset_words, 'counterparty', source.counterparty,
      'contractNumber', source.contract_number, 'fromOn', source.from_on, 'lastOn', source.until_on - 1,
      'expectedFen', source.expected_fen, 'scope', source.scope, 'building', source.building, 'stair', source.stair)) end as before
  from (${stagedRows(actor, importId)}) staged
  left join revenue_source source on source.community_id = ${actor.communityId}
    and source.contract_number = staged.facts ->> 'contractNumber' and source.category = staged.facts ->> 'category'
    and source.asset_words = staged.facts ->> 'asset'`

/** The days and the place of each staged contract, as the register would hold them. */
const stagedSpans = (actor: Actor, importId: string): Sql => sql`
  select row_no, facts ->> 'category' as category, facts ->> 'asset' as asset_words, facts ->> 'contractNumber' as contract_number,
    facts ->> 'building' as building, facts ->> 'stair' as stair, (facts ->> 'fromOn')::date as from_on,
    (facts ->> 'lastOn')::date + 1 as until_on
  from (${stagedRows(actor, importId)}) staged`

async function noteSourceProblems(db: Db, actor: Actor, importId: string): Promise<void> {
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, row_no, 101, '楼栋', '房屋登记里没有这个楼栋或单元', '核对楼栋、单元；确有的话，请先导入房屋'
    from (${stagedSpans(actor, importId)}) given
    where building is not null and not exists (
      select from house where house.community_id = ${actor.communityId} and house.building = given.building
        and (given.stair is null or house.stair = given.stair))`)
  // One asset under two contracts on one day would be expected twice, and what is received would look like a gap.
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, given.row_no, 102, '资源',
      '同一处资源在这段时间已有合同 ' || min(other.contract_number), '旧合同写上结束日期，或把资源写得能分开'
    from (${stagedSpans(actor, importId)}) given
    join (
      select category, asset_words, contract_number, building, stair, from_on, until_on
      from (${stagedSpans(actor, importId)}) staged
      union all
      select category, asset_words, contract_number, building, stair, from_on, until_on
      from revenue_source source
      where community_id = ${actor.communityId} and not exists (
        select from (${stagedSpans(actor, importId)}) staged
        where staged.contract_number = source.contract_number and staged.category = source.category
          and staged.asset_words = source.asset_words)
    ) other on other.category = given.category and other.asset_words = given.asset_words
      and other.building is not distinct from given.building and other.stair is not distinct from given.stair
      and other.contract_number <> given.contract_number
      and (other.until_on is null or given.from_on < other.until_on)
      and (given.until_on is null or other.from_on < given.until_on)
    group by given.row_no`)
  // A blank last day leaves the one that is registered, which may lie before a new first day.
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, row_no, 103, '开始日期', '登记的合同在这之前已经结束', '写上新的结束日期，或核对开始日期'
    from (${currentSources(actor, importId)}) current
    join (${stagedRows(actor, importId)}) staged using (row_no)
    where not staged.facts ? 'lastOn' and current.before ->> 'lastOn' < staged.facts ->> 'fromOn'`)
}

/** New sources, what changed of known ones, and each expectation as it was told. */
async function applySources(db: Db, actor: Actor, importId: string, { now }: Moment): Promise<void> {
  await db.run(sql`
    insert into revenue_source (community_id, source_id, category, asset_words, counterparty, contract_number, from_on, until_on,
      expected_fen, scope, building, stair)
    select ${actor.communityId}, target_id, facts ->> 'category', facts ->> 'asset', facts ->> 'counterparty',
      facts ->> 'contractNumber', (facts ->> 'fromOn')::date, (facts ->> 'lastOn')::date + 1, (facts ->> 'expectedFen')::bigint,
      facts ->> 'scope', facts ->> 'building', facts ->> 'stair'
    from (${stagedRows(actor, importId)}) staged
    where change in ('new', 'changed')
    on conflict on constraint revenue_source_pkey do update
    set counterparty = excluded.counterparty, from_on = excluded.from_on,
      until_on = coalesce(excluded.until_on, revenue_source.until_on), expected_fen = excluded.expected_fen,
      scope = excluded.scope, building = excluded.building, stair = excluded.stair`)
  await db.run(sql`
    insert into revenue_expectation (community_id, source_id, told_at, told_by, role, from_on, until_on, expected_fen)
    select source.community_id, source.source_id, ${now}, ${actor.personId}, ${actor.role}, source.from_on, source.until_on,
      source.expected_fen
    from (${stagedRows(actor, importId)}) staged
    join revenue_source source on source.community_id = ${actor.communityId} and source.source_id = staged.target_id
    where staged.change = 'new' or staged.change = 'changed'
      and (before -> 'expectedFen', before -> 'fromOn', before -> 'lastOn') is distinct from
        (facts -> 'expectedFen', facts -> 'fromOn', coalesce(facts -> 'lastOn', before -> 'lastOn'))`)
}

export const revenueStore: RegisterStore = {
  current: currentSources,
  lookAtWhole: noteSourceProblems,
  apply: applySources,
}
