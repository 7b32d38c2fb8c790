import sql, { type Sql } from 'sql-template-tag'

/**
 * Nothing is known about how many rows a step of a run will have, and a guess of one would join thousands of houses one by
 * one. For the rest of this transaction, joins go by hash wherever they can.
 */
export const JOIN_BY_HASH: Sql = sql`set_config('enable_nestloop', 'off', true)`

/** What a run is asked to bill: whole months [from, to), and only these items where some are named. */
export interface Asked {
  communityId: string
  from: string
  to: string
  items: readonly string[] | undefined
}

/** Months of the period, and each published item over the days of each month on which board and contract both hold. */
const items = ({ communityId, from, to, items }: Asked): Sql => sql`
  month as (
    select day::date as month_on, (day + interval '1 month')::date as next_on,
      (day + interval '1 month')::date - day::date as days_in_month
    from generate_series(${from}::date::timestamp, ${to}::date::timestamp - interval '1 day', interval '1 month') as day
  ), item as materialized (
    select it.fee_item_id, it.code, it.kind, it.price_e4, it.contract_id, contract.enterprise_id, month.days_in_month,
      greatest(it.from_on, contract.from_on, month.month_on) as from_on,
      least(it.until_on, contract.until_on, month.next_on) as to_on
    from month
    join fee_item_in_force it on it.community_id = ${communityId}
    join service_contract contract on contract.community_id = it.community_id and contract.contract_id = it.contract_id
    where it.per = 'month' and (it.kind in ('area', 'fixed') and it.is_common or it.kind in ('space', 'share'))
      and greatest(it.from_on, contract.from_on, month.month_on) < least(it.until_on, contract.until_on, month.next_on)
      and (${items ?? null}::text[] is null or it.code = any (${items ?? null}::text[]))
  )`

/** Each house cut where its area or its relief changes. A parking place or a store room pays nothing by area. */
const areas = ({ communityId, from, to }: Asked): Sql => sql`
  place as materialized (
    select house_id, building, stair, room, case when is_undelivered then 'infinity' else delivered_on end as delivered_on,
      use not in ('parking', 'storage') as by_area
    from house
    where community_id = ${communityId}
  ), relief as (
    select house_id, percent, from_on,
      least(until_on, lead(from_on) over (partition by house_id order by from_on)) as until_on
    from house_relief
    where community_id = ${communityId}
  ), area as (
    select house_id, area100, area_source, from_on, lead(from_on) over (partition by house_id order by from_on) as until_on
    from house_area
    where community_id = ${communityId}
  ), area_cut as (
    select house_id, ${from}::date as on_day from place where by_area
    union select house_id, from_on from area where ${from} < from_on and from_on < ${to}
    union select house_id, from_on from relief where ${from} < from_on and from_on < ${to}
    union select house_id, until_on from relief where ${from} < until_on and until_on < ${to}
  ), area_span as materialized (
    select cut.house_id, cut.from_on, cut.to_on, area.area100, area.area_source, coalesce(relief.percent, 100) as percent
    from (
      select house_id, on_day as from_on, lead(on_day, 1, ${to}::date) over (partition by house_id order by on_day) as to_on
      from area_cut
    ) cut
    join place on place.house_id = cut.house_id and place.by_area
    left join area on area.house_id = cut.house_id and area.from_on <= cut.from_on
      and (area.until_on is null or cut.from_on < area.until_on)
    left join relief on relief.house_id = cut.house_id and relief.from_on <= cut.from_on
      and (relief.until_on is null or cut.from_on < relief.until_on)
  )`

/**
 * Who pays for each house on each day: the developer before the house is delivered, then whoever has taken over payment,
 * else the owner; of several co-owners the one with the largest share, who answers for the others. A house that is
 * not delivered yet is delivered on no day; one whose day of delivery was never recorded counts as delivered.
 */
const payers = ({ communityId, from, to }: Asked): Sql => sql`
  taken_over as (
    select house_id, kind, person_id, owner_id, from_on,
      least(until_on, lead(from_on) over (partition by house_id order by from_on)) as until_on
    from house_payer
    where community_id = ${communityId}
  ), owned as (
    select o.house_id, o.from_on, o.until_on, o.share_num, o.share_den, real.owner_id, real.kind
    from ownership o
    join owner named on named.community_id = o.community_id and named.owner_id = o.owner_id
    join owner real on real.community_id = o.community_id and real.owner_id = coalesce(named.merged_into, named.owner_id)
    where o.community_id = ${communityId}
  ), developer_of as (
    select distinct on (house_id) house_id, owner_id from owned where kind = 'developer' order by house_id, from_on desc, owner_id
  ), developer as (
    select place.house_id, coalesce(developer_of.owner_id, (
      select min(owner_id::text)::uuid from owner
      where community_id = ${communityId} and kind = 'developer' and merged_into is null having count(*) = 1)) as owner_id
    from place left join developer_of on developer_of.house_id = place.house_id
    where place.delivered_on > ${from}
  ), payer_cut as (
    select house_id, ${from}::date as on_day from place
    union select house_id, delivered_on from place where ${from} < delivered_on and delivered_on < ${to}
    union select house_id, from_on from owned where ${from} < from_on and from_on < ${to}
    union select house_id, until_on from owned where ${from} < until_on and until_on < ${to}
    union select house_id, from_on from taken_over where ${from} < from_on and from_on < ${to}
    union select house_id, until_on from taken_over where ${from} < until_on and until_on < ${to}
  ), payer_day as (
    select distinct on (cut.house_id, cut.from_on) cut.house_id, cut.from_on, cut.to_on,
      place.delivered_on > cut.from_on as undelivered,
      case when place.delivered_on > cut.from_on then 'developer' else coalesce(taken_over.kind, case owned.kind when 'person' then 'owner' else owned.kind end) end as payer_kind,
      case when place.delivered_on > cut.from_on then developer.owner_id
        else coalesce(taken_over.person_id, taken_over.owner_id, owned.owner_id) end as payer_id
    from (
      select house_id, on_day as from_on, lead(on_day, 1, ${to}::date) over (partition by house_id order by on_day) as to_on
      from payer_cut
    ) cut
    join place on place.house_id = cut.house_id
    left join developer on developer.house_id = cut.house_id
    left join taken_over on taken_over.house_id = cut.house_id and taken_over.from_on <= cut.from_on
      and (taken_over.until_on is null or cut.from_on < taken_over.until_on)
    left join owned on owned.house_id = cut.house_id and owned.from_on <= cut.from_on
      and (owned.until_on is null or cut.from_on < owned.until_on)
    order by cut.house_id, cut.from_on, owned.share_num::numeric / owned.share_den desc, owned.owner_id
  ), payer_span as materialized (
    select house_id, payer_kind, payer_id, min(from_on) as from_on, max(to_on) as to_on, bool_or(undelivered) as undelivered
    from (
      select house_id, payer_kind, payer_id, from_on, to_on, undelivered,
        count(*) filter (where changes) over (partition by house_id order by from_on) as turn
      from (
        select house_id, payer_kind, payer_id, from_on, to_on, undelivered,
          payer_kind is distinct from lag(payer_kind) over of_house or payer_id is distinct from lag(payer_id) over of_house as changes
        from payer_day
        window of_house as (partition by house_id order by from_on)
      ) seen
    ) turned
    group by house_id, payer_kind, payer_id, turn
  )`

/** Houses that stay out of the run, each with why; a later run bills them once the register is mended. */
const leftOut: Sql = sql`
  left_out as materialized (
    select area_span.house_id, 'noArea' as why from area_span
    where area_span.area100 is null and exists (select from item where item.kind = 'area')
    union
    select payer_span.house_id, case when payer_span.undelivered then 'noDeveloper' else 'noPayer' end
    from payer_span
    where payer_span.payer_id is null and exists (select from item)
  )`

/** Costs of the period whose item is published on each of their days, split among the houses in scope by area. */
const shares = ({ communityId, from, to, items }: Asked): Sql => sql`
  cost as materialized (
    select sc.cost_id, sc.item_code, sc.from_on, sc.to_on, sc.amount_fen, sc.building, sc.stair,
      sc.to_on - sc.from_on = (
        select coalesce(sum(least(item.to_on, sc.to_on) - greatest(item.from_on, sc.from_on)), 0) from item
        where item.kind = 'share' and item.code = sc.item_code and item.from_on < sc.to_on and sc.from_on < item.to_on
      ) as published
    from shared_cost sc
    where sc.community_id = ${communityId} and ${from} <= sc.from_on and sc.to_on <= ${to}
      and (${items ?? null}::text[] is null or sc.item_code = any (${items ?? null}::text[]))
  ), cost_house as materialized (
    select cost.cost_id, cost.item_code, cost.from_on, cost.to_on, cost.amount_fen, span.house_id, span.area100, span.area_source,
      sum(span.area100) over of_cost as total100, bool_or(span.area100 is null) over of_cost as blind
    from cost
    join place on place.by_area and (cost.building is null or place.building = cost.building)
      and (cost.stair is null or place.stair = cost.stair)
    join area_span span on span.house_id = place.house_id and span.from_on <= cost.from_on and cost.from_on < span.to_on
    where cost.published
    window of_cost as (partition by cost.cost_id)
  ), cost_share as (
    select cost_id, item_code, from_on, to_on, house_id, area100, area_source, floor_fen + case
      when row_number() over (partition by cost_id order by remainder desc, house_id) <= amount_fen - sum(floor_fen) over (partition by cost_id)
      then 1 else 0 end as fen
    from (
      select cost_id, item_code, from_on, to_on, amount_fen, house_id, area100, area_source,
        div(amount_fen::numeric * area100, total100)::bigint as floor_fen, mod(amount_fen::numeric * area100, total100) as remainder
      from cost_house
      where not blind
    ) exact
  )`

/** What each house owes for each item over each span of one price, area and relief: rounded half up once. */
const charges = ({ communityId }: Asked): Sql => sql`
  space as (
    select house_id, item_code, quantity, from_on,
      least(until_on, lead(from_on) over (partition by house_id, item_code order by from_on)) as until_on
    from house_space
    where community_id = ${communityId}
  ), owed as (
    select item.fee_item_id, item.code, item.kind, item.price_e4, item.contract_id, item.enterprise_id, item.days_in_month,
      span.house_id, span.area100, span.area_source, 1 as quantity, span.percent,
      greatest(item.from_on, span.from_on) as from_on, least(item.to_on, span.to_on) as to_on
    from item join area_span span on span.from_on < item.to_on and item.from_on < span.to_on
    where item.kind = 'area'
    union all
    select item.fee_item_id, item.code, item.kind, item.price_e4, item.contract_id, item.enterprise_id, item.days_in_month,
      place.house_id, null, null, 1, 100, item.from_on, item.to_on
    from item join place on place.by_area
    where item.kind = 'fixed'
    union all
    select item.fee_item_id, item.code, item.kind, item.price_e4, item.contract_id, item.enterprise_id, item.days_in_month,
      space.house_id, null, null, space.quantity, 100, greatest(item.from_on, space.from_on), least(item.to_on, space.until_on)
    from item join space on space.item_code = item.code and space.from_on < item.to_on
      and (space.until_on is null or item.from_on < space.until_on)
    where item.kind = 'space'
  ), charge as (
    select fee_item_id, code, kind, price_e4, contract_id, enterprise_id, days_in_month, house_id, area100, area_source, quantity,
      percent, null::uuid as cost_id, from_on, to_on, from_on as whole_from_on, to_on as whole_to_on,
      div(2 * (case when kind = 'area' then area100 else 100 * quantity end)::numeric * price_e4 * (to_on - from_on) * percent
        + 1000000 * days_in_month, 2000000 * days_in_month)::bigint as whole_fen
    from owed
    union all
    select item.fee_item_id, item.code, item.kind, item.price_e4, item.contract_id, item.enterprise_id, item.days_in_month,
      share.house_id, share.area100, share.area_source, 1, 100, share.cost_id,
      greatest(item.from_on, share.from_on), least(item.to_on, share.to_on), share.from_on, share.to_on, share.fen
    from cost_share share
    join item on item.kind = 'share' and item.code = share.item_code and item.from_on < share.to_on and share.from_on < item.to_on
  )`

/** Each charge among those who pay on its days, by days and largest remainder; then without what is billed already. */
const lines = ({ communityId, from, to }: Asked): Sql => sql`
  billed_already as materialized (
    select house_id, item_code, from_on, to_on
    from bill_line
    where community_id = ${communityId} and live and ${from} <= from_on and from_on < ${to}
    union all -- what an import brought may have begun long before
    select house_id, item_code, from_on, to_on
    from bill_line
    where community_id = ${communityId} and live and kind = 'opening' and from_on < ${from} and ${from} < to_on
  ), part as materialized (
    select charge.fee_item_id, charge.code, charge.kind, charge.price_e4, charge.contract_id, charge.enterprise_id,
      charge.days_in_month, charge.house_id, charge.area100, charge.area_source, charge.quantity, charge.percent, charge.cost_id,
      charge.whole_from_on, charge.whole_to_on, charge.whole_fen, payer.payer_kind, payer.payer_id,
      greatest(charge.from_on, payer.from_on) as from_on, least(charge.to_on, payer.to_on) as to_on
    from charge
    join payer_span payer on payer.house_id = charge.house_id and payer.from_on < charge.to_on and charge.from_on < payer.to_on
    where charge.whole_fen > 0
  ), fen as (
    select house_id, code, from_on, whole_fen as amount_fen from part where to_on - from_on = whole_to_on - whole_from_on
    union all
    select house_id, code, from_on, floor_fen + case
      when row_number() over (partition by house_id, code, whole_from_on order by remainder desc, from_on)
        <= whole_fen - sum(floor_fen) over (partition by house_id, code, whole_from_on) then 1 else 0 end
    from (
      select house_id, code, from_on, whole_from_on, whole_fen,
        div(whole_fen::numeric * (to_on - from_on), whole_to_on - whole_from_on)::bigint as floor_fen,
        mod(whole_fen::numeric * (to_on - from_on), whole_to_on - whole_from_on) as remainder
      from part
      where to_on - from_on < whole_to_on - whole_from_on
    ) divided
  ), line as materialized (
    select part.fee_item_id, part.code, part.kind, part.price_e4, part.contract_id, part.enterprise_id, part.days_in_month,
      part.house_id, part.area100, part.area_source, part.quantity, part.percent, part.cost_id, part.whole_from_on,
      part.whole_to_on, part.whole_fen, part.payer_kind, part.payer_id, part.from_on, part.to_on, fen.amount_fen::bigint as amount_fen
    from part
    join fen on fen.house_id = part.house_id and fen.code = part.code and fen.from_on = part.from_on
    where not exists (select from left_out where left_out.house_id = part.house_id)
      and not exists (
        select from billed_already billed
        where billed.house_id = part.house_id and billed.item_code = part.code and billed.from_on < part.to_on
          and part.from_on < billed.to_on)
  )`

/** From the registers to `left_out`: cheap, for warnings alone. */
export const factsOf = (asked: Asked): Sql => sql`${items(asked)}, ${areas(asked)}, ${payers(asked)}, ${leftOut}`

/** From the registers to `line`: every line that the period still lacks. The TypeScript rule explains the same lines. */
export const linesOf = (asked: Asked): Sql =>
  sql`${factsOf(asked)}, ${shares(asked)}, ${charges(asked)}, ${lines(asked)}`

/** From the registers to `cost` and `cost_house`, for warnings about shared costs. */
export const costsOf = (asked: Asked): Sql => sql`${factsOf(asked)}, ${shares(asked)}`
