import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { BILL_LIMITS, BILL_WARNING_IDS } from '../../types/vocabulary/bill'
import { type Asked, costsOf } from './charges-store'

/** What stays out of a run and where: houses named up to a limit, the number exact. */
export const Warning = z.object({
  kind: z.enum(BILL_WARNING_IDS),
  count: z.int(),
  names: z.array(z.string()),
})

/** From the registers to `warning`: one row for each kind of thing that stays out, as JSON. */
export const warningsOf = (asked: Asked): Sql => sql`
  ${costsOf(asked)}, out_of_run as (
    select left_out.why as kind, 1 as rank,
      place.building || ' 栋 ' || place.stair || ' 单元 ' || place.room as name,
      row_number() over (partition by left_out.why order by length(place.building), place.building, length(place.stair),
        place.stair, length(place.room), place.room) as n
    from left_out join place on place.house_id = left_out.house_id
    union all
    select 'noBoard', 0, day::date::text, row_number() over (order by day)
    from generate_series(${asked.from}::date::timestamp, ${asked.to}::date::timestamp - interval '1 day', interval '1 day') as day
    where not exists (select from item where item.from_on <= day::date and day::date < item.to_on)
    union all
    select distinct on (item_code) 'costUnpublished', 2, item_code, row_number() over (order by item_code, cost_id)
    from cost where not published
    union all
    select distinct on (item_code) 'costNoArea', 2, item_code, row_number() over (order by item_code, cost_id)
    from cost_house where blind
    union all
    select 'spaceUnpublished', 2, item_code, row_number() over (order by item_code)
    from (
      select distinct item_code from house_space
      where community_id = ${asked.communityId} and from_on < ${asked.to} and (until_on is null or ${asked.from} < until_on)
        and (${asked.items ?? null}::text[] is null or item_code = any (${asked.items ?? null}::text[]))
        and not exists (select from item where item.kind = 'space' and item.code = house_space.item_code)
    ) unpublished
  ), warning as (
    select jsonb_build_object('kind', kind, 'count', count(*),
      'names', jsonb_agg(name order by n) filter (where n <= ${BILL_LIMITS.namedMax})) as facts
    from out_of_run
    group by kind, rank
    order by rank, kind
  )`
