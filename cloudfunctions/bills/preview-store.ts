import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../shared/db/db'
import { type Asked, linesOf } from './charges-store'
import { Warning, warningsOf } from './warning-store'

/** Houses that differ most from the period before: enough to look at by hand. */
const CHANGED_MAX = 20

const TotalsRow = z.object({
  bills: z.int(),
  houses: z.int(),
  amount_fen: z.int(),
  issued_bills: z.int(),
  issued_fen: z.int(),
  earlier_houses: z.int(),
  earlier_fen: z.int(),
  items: z.array(z.object({ code: z.string(), name: z.string(), houses: z.int(), amountFen: z.int() })),
  changed_houses: z.int(),
  changed: z.array(z.object({ house: z.string(), earlierFen: z.int(), amountFen: z.int() })),
})

/** What a run would bill now, by item, beside what is billed already and what the period before was. */
export const previewTotals = (db: Db, asked: Asked, earlier: { from: string; to: string }) =>
  db.one(
    TotalsRow,
    sql`
      with ${linesOf(asked)}, issued as materialized (
        select house_id, amount_fen, from_on, bill_id
        from bill_line
        where community_id = ${asked.communityId} and live and kind <> 'opening' and ${earlier.from} <= from_on and from_on < ${asked.to}
          and (${asked.items ?? null}::text[] is null or item_code = any (${asked.items ?? null}::text[]))
      ), before as (
        select house_id, sum(amount_fen) as fen from issued where from_on < ${earlier.to} group by house_id
      ), here as (
        select house_id, sum(amount_fen) as fen
        from (
          select house_id, amount_fen from line
          union all select house_id, amount_fen from issued where ${asked.from} <= from_on
        ) both_now
        group by house_id
      ), changed as (
        select place.building || ' 栋 ' || place.stair || ' 单元 ' || place.room as house, coalesce(before.fen, 0) as earlier_fen,
          coalesce(here.fen, 0) as fen,
          row_number() over (order by abs(coalesce(here.fen, 0) - coalesce(before.fen, 0)) desc, length(place.building),
            place.building, place.stair, length(place.room), place.room) as n
        from before full join here on here.house_id = before.house_id
        join place on place.house_id = coalesce(here.house_id, before.house_id)
        where coalesce(here.fen, 0) <> coalesce(before.fen, 0)
      ), by_item as (
        select line.code, named.name, count(distinct line.house_id) as houses, sum(line.amount_fen) as fen
        from line
        join lateral (
          select fee_item.name from fee_item
          where fee_item.community_id = ${asked.communityId} and fee_item.fee_item_id = line.fee_item_id
        ) named on true
        group by line.code, named.name
      )
      select
        (select count(*)::integer from (select distinct house_id, payer_id, payer_kind, contract_id from line) due) as bills,
        (select count(distinct house_id)::integer from line) as houses,
        (select coalesce(sum(amount_fen), 0)::bigint from line) as amount_fen,
        (select count(distinct bill_id)::integer from issued where ${asked.from} <= from_on) as issued_bills,
        (select coalesce(sum(amount_fen), 0)::bigint from issued where ${asked.from} <= from_on) as issued_fen,
        (select count(*)::integer from before) as earlier_houses,
        (select coalesce(sum(fen), 0)::bigint from before) as earlier_fen,
        (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name, 'houses', houses, 'amountFen', fen)
          order by fen desc, code), '[]') from by_item) as items,
        (select count(*)::integer from changed) as changed_houses,
        (select coalesce(jsonb_agg(jsonb_build_object('house', house, 'earlierFen', earlier_fen, 'amountFen', fen) order by n), '[]')
          from changed where n <= ${CHANGED_MAX}) as changed`,
  )

/**
 * Whether a period is billed as a whole: something is billed of each of its months, and the registers give nothing that is
 * still to be billed. Less than that is no measure for the next period.
 */
export async function isBilledWhole(db: Db, asked: Asked): Promise<boolean> {
  const { begun } = await db.one(
    z.object({ begun: z.boolean() }),
    sql`
      select not exists (
        select from generate_series(${asked.from}::date::timestamp, ${asked.to}::date::timestamp - interval '1 day', interval '1 month') as month
        where not exists (
          select from bill_line
          where community_id = ${asked.communityId} and live and kind <> 'opening' and month <= from_on and from_on < month + interval '1 month'
            and (${asked.items ?? null}::text[] is null or item_code = any (${asked.items ?? null}::text[])))) as begun`,
  )
  if (!begun) return false
  const { lacking } = await db.one(
    z.object({ lacking: z.boolean() }),
    sql`with ${linesOf(asked)} select exists (select from line) as lacking`,
  )
  return !lacking
}

/** What would stay out of the run, and why. */
export const previewWarnings = async (db: Db, asked: Asked) => {
  const rows = await db.many(
    z.object({ facts: Warning }),
    sql`with ${warningsOf(asked)} select facts from warning limit 20`,
  )
  return rows.map((row) => row.facts)
}
