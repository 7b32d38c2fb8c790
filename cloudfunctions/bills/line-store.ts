import sql from 'sql-template-tag'
import * as z from 'zod'
import { BILL_ACT_IDS, type BillAct, type BillState, LINE_KINDS } from '../../types/vocabulary/bill'
import { AREA_SOURCE_IDS } from '../../types/vocabulary/house'
import { ROLE_IDS } from '../../types/vocabulary/roles'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'

const LineRow = z.object({
  item_name: z.string(),
  kind: z.enum(LINE_KINDS),
  tier: z.enum(['basic', 'market', 'special']),
  unit_words: z.string(),
  basis_words: z.string(),
  board_id: z.string(),
  version: z.int(),
  effective_from: z.string(),
  posted_on: z.string(),
  from_on: z.string(),
  to_on: z.string(),
  days: z.int(),
  days_in_month: z.int(),
  area100: z.int().nullable(),
  area_source: z.enum(AREA_SOURCE_IDS).nullable(),
  area_from: z.string().nullable(),
  quantity: z.int(),
  price_e4: z.int(),
  percent: z.int(),
  relief_words: z.string().nullable(),
  cost_words: z.string().nullable(),
  cost_fen: z.int().nullable(),
  whole_from_on: z.string(),
  whole_to_on: z.string(),
  whole_fen: z.int(),
  amount_fen: z.int(),
})
export type LineRow = z.output<typeof LineRow>

/** The lines of a bill with the source of each factor. The bill itself must have been found within reach before. */
export const listLines = (db: Db, actor: Actor, billId: string): Promise<LineRow[]> =>
  db.many(
    LineRow,
    sql`
      select item.name as item_name, line.kind, item.tier, item.unit_words, item.basis_words, board.board_id, board.version,
        board.effective_from, coalesce(board.shown_since, (board.posted_at at time zone 'Asia/Shanghai')::date) as posted_on,
        line.from_on, line.to_on, line.days, line.days_in_month, line.area100, line.area_source, (
          select max(area.from_on) from house_area area
          where area.community_id = line.community_id and area.house_id = line.house_id and area.area100 = line.area100
            and area.from_on <= line.from_on
        ) as area_from, line.quantity, line.price_e4, line.percent, (
          select relief.basis_words from house_relief relief
          where relief.community_id = line.community_id and relief.house_id = line.house_id and relief.percent = line.percent
            and relief.from_on <= line.from_on
          order by relief.from_on desc
          limit 1
        ) as relief_words, cost.words as cost_words, cost.amount_fen as cost_fen,
        line.whole_from_on, line.whole_to_on, line.whole_fen, line.amount_fen
      from bill_line line
      join fee_item item on item.community_id = line.community_id and item.fee_item_id = line.fee_item_id
      join fee_board board on board.community_id = item.community_id and board.board_id = item.board_id
      left join shared_cost cost on cost.community_id = line.community_id and cost.cost_id = line.cost_id
      where line.community_id = ${actor.communityId} and line.bill_id = ${billId}
      order by line.from_on, item.place, line.place
      limit 500`,
  )

const OpeningRow = z
  .object({
    item_words: z.string(),
    from_on: z.string(),
    to_on: z.string(),
    amount_fen: z.int(),
    file_name: z.string(),
    imported_on: z.string(),
  })
  .transform((row) => ({
    itemName: row.item_words,
    from: row.from_on,
    to: row.to_on,
    amountFen: row.amount_fen,
    fileName: row.file_name,
    importedOn: row.imported_on,
  }))

/** What an import said was owed: the item in the file's words, and the file. */
export const listOpenings = (db: Db, actor: Actor, billId: string) =>
  db.many(
    OpeningRow,
    sql`
      select line.item_words, line.from_on, line.to_on, line.amount_fen, import.file_name,
        (bill.issued_at at time zone 'Asia/Shanghai')::date as imported_on
      from bill_line line
      join bill on bill.community_id = line.community_id and bill.bill_id = line.bill_id
      join import on import.community_id = bill.community_id and import.import_id = bill.import_id
      where line.community_id = ${actor.communityId} and line.bill_id = ${billId} and line.kind = 'opening'
      order by line.place
      limit 500`,
  )

/** What the grade of a contract promises, in the standard's own words. */
export async function listPromises(db: Db, standardId: string, gradeCode: string): Promise<string[]> {
  const rows = await db.many(
    z.object({ words: z.string() }),
    sql`
      select words
      from grade_promise
      where standard_id = ${standardId} and grade_code = ${gradeCode}
      order by place
      limit 100`,
  )
  return rows.map((row) => row.words)
}

export interface NewBillEvent {
  billId: string
  act: BillAct
  toState: BillState
  at: Date
  note: string
}

/** Adds to the bill's history, which is append-only; typed words go beside it, where they can be erased. */
export async function addEvent(db: Db, actor: Actor, event: NewBillEvent): Promise<void> {
  const eventId = newId()
  await db.run(sql`
    insert into bill_event (community_id, event_id, bill_id, act, to_state, person_id, role, at)
    values (${actor.communityId}, ${eventId}, ${event.billId}, ${event.act}, ${event.toState}, ${actor.personId}, ${actor.role}, ${event.at})`)
  await db.run(sql`
    insert into bill_note (community_id, event_id, text)
    values (${actor.communityId}, ${eventId}, ${event.note})`)
}

const EventRow = z.object({
  act: z.enum(BILL_ACT_IDS),
  at: z.date(),
  role: z.enum(ROLE_IDS),
  person_id: z.string(),
  note: z.string().nullable(),
})
export type EventRow = z.output<typeof EventRow>

/** The bill's history, newest first. */
export const listEvents = (db: Db, actor: Actor, billId: string): Promise<EventRow[]> =>
  db.many(
    EventRow,
    sql`
      select event.act, event.at, event.role, event.person_id, note.text as note
      from bill_event event
      left join bill_note note on note.community_id = event.community_id and note.event_id = event.event_id
      where event.community_id = ${actor.communityId} and event.bill_id = ${billId}
      order by event.event_id desc
      limit 100`,
  )
