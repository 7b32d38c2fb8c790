import sql from 'sql-template-tag'
import * as z from 'zod'
import { FEE_KIND_IDS, FEE_PERIOD_IDS } from '../../../types/vocabulary/fee'
import type { Db } from '../db/db'

const SegmentRow = z
  .object({
    fee_item_id: z.string(),
    board_id: z.string(),
    version: z.int(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(FEE_KIND_IDS),
    per: z.enum(FEE_PERIOD_IDS),
    price_e4: z.int(),
    is_common: z.boolean(),
    from_on: z.string(),
    to_on: z.string(),
  })
  .transform((row) => ({
    feeItemId: row.fee_item_id,
    boardId: row.board_id,
    version: row.version,
    code: row.code,
    name: row.name,
    kind: row.kind,
    per: row.per,
    priceE4: row.price_e4,
    isCommon: row.is_common,
    from: row.from_on,
    to: row.to_on,
  }))

/** The fee items that hold on days of [from, to), each with the days of it on which it holds, half-open. */
export const listItemsInForce = (db: Db, communityId: string, { from, to }: { from: string; to: string }) =>
  db.many(
    SegmentRow,
    sql`
      select fee_item_id, board_id, version, code, name, kind, per, price_e4, is_common,
        greatest(from_on, ${from}::date) as from_on, least(coalesce(until_on, ${to}::date), ${to}::date) as to_on
      from fee_item_in_force
      where community_id = ${communityId} and from_on < ${to}::date and (until_on is null or until_on > ${from}::date)
      order by code, from_on
      limit 5000`,
  )
