import sql, { empty, type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { PAY_CHANNEL_IDS, SUSPENSE_REASON_IDS, type PayChannel } from '../../types/vocabulary/payment'
import { AppError } from '../shared/call/app-error'
import type { PageEnd } from '../shared/db/cursor'
import type { Db } from '../shared/db/db'
import { houseLabel } from '../shared/people/house-label'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { billWithin, PAID_BILL_COLUMNS, PaidBill } from './paid-bill-store'

const CardRow = z.object({
  receipt_id: z.string(),
  number: z.string(),
  channel: z.enum(PAY_CHANNEL_IDS),
  amount_fen: z.int(),
  suspense_fen: z.int(),
  received_at: z.date(),
  houses: z.array(z.object({ building: z.string(), stair: z.string(), room: z.string() })),
})
export type CardRow = z.output<typeof CardRow>

const ReceiptRow = CardRow.extend({
  payee_name: z.string().nullable(),
  suspense_reason: z.enum(SUSPENSE_REASON_IDS).nullable(),
  reference: z.string().nullable(),
  taken_by_name: z.string().nullable(),
})
export type ReceiptRow = z.output<typeof ReceiptRow>

/** The bills that a receipt is about: those it pays, and those its order was to pay. */
const BILLS_OF_RECEIPT = sql`
  select line.bill_id
  from receipt_line line
  where line.community_id = receipt.community_id and line.receipt_id = receipt.receipt_id and line.bill_id is not null
  union
  select part.bill_id
  from attempt_bill part
  where part.community_id = receipt.community_id and part.attempt_id = receipt.attempt_id`

/** A receipt of which every bill is one's own; the desk sees all of the community's. */
function receiptWithin(actor: Actor, reach: Reach): Sql {
  if (reach === 'community') return sql`receipt.community_id = ${actor.communityId}`
  return sql`receipt.community_id = ${actor.communityId} and coalesce((
    select bool_and(${billWithin(actor, reach)})
    from (${BILLS_OF_RECEIPT}) about
    join bill on bill.community_id = receipt.community_id and bill.bill_id = about.bill_id
  ), false)`
}

const CARD_COLUMNS = sql`
  receipt.receipt_id, receipt.number, receipt.channel, receipt.amount_fen, receipt.received_at, coalesce((
    select sum(line.amount_fen)
    from receipt_line line
    where line.community_id = receipt.community_id and line.receipt_id = receipt.receipt_id and line.suspense_reason is not null
  ), 0)::bigint as suspense_fen, coalesce((
    select jsonb_agg(distinct jsonb_build_object('building', house.building, 'stair', house.stair, 'room', house.room))
    from (${BILLS_OF_RECEIPT}) about
    join bill on bill.community_id = receipt.community_id and bill.bill_id = about.bill_id
    join house on house.community_id = bill.community_id and house.house_id = bill.house_id
  ), '[]') as houses`

const RECEIPT_COLUMNS = sql`
  ${CARD_COLUMNS}, (
    select min(enterprise.name)
    from (${BILLS_OF_RECEIPT}) about
    join bill on bill.community_id = receipt.community_id and bill.bill_id = about.bill_id
    join enterprise on enterprise.enterprise_id = bill.payee_id
  ) as payee_name, (
    select line.suspense_reason
    from receipt_line line
    where line.community_id = receipt.community_id and line.receipt_id = receipt.receipt_id and line.suspense_reason is not null
  ) as suspense_reason, coalesce(receipt.transaction_id, receipt.reference) as reference, (
    select contact.name
    from contact
    where contact.community_id = receipt.community_id and contact.person_id = receipt.taken_by
  ) as taken_by_name`

/** The receipt if it is within reach, else NOT_FOUND. */
export async function getReceipt(db: Db, actor: Actor, reach: Reach, receiptId: string): Promise<ReceiptRow> {
  const row = await db.find(
    ReceiptRow,
    sql`
      select ${RECEIPT_COLUMNS}
      from receipt
      where ${receiptWithin(actor, reach)} and receipt.receipt_id = ${receiptId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** What a receipt paid, each bill with its part. */
export const listPaidBills = (db: Db, actor: Actor, receiptId: string) =>
  db.many(
    PaidBill,
    sql`
      select paid.receipt_id as of_id, paid.amount_fen, ${PAID_BILL_COLUMNS}
      from receipt_line paid
      join bill on bill.community_id = paid.community_id and bill.bill_id = paid.bill_id
      join house on house.community_id = bill.community_id and house.house_id = bill.house_id
      where paid.community_id = ${actor.communityId} and paid.receipt_id = ${receiptId}
      order by bill.due_on, bill.number`,
  )

export interface ReceiptFilter {
  channel?: PayChannel | undefined
  day?: string | undefined
  search?: string | undefined
}

/** What a person typed finds a receipt by its number, or by the house or number of a bill that it is about. */
function searched(search: string | undefined): Sql {
  if (!search) return empty
  const address = search.replace(/[\s栋单元室号]+/g, '-').replace(/^-+|-+$/g, '')
  return sql`and (strpos(receipt.number, ${search.toUpperCase()}) > 0 or exists (
    select from (${BILLS_OF_RECEIPT}) about
    join bill on bill.community_id = receipt.community_id and bill.bill_id = about.bill_id
    join house on house.community_id = bill.community_id and house.house_id = bill.house_id
    where strpos(bill.number, ${search.toUpperCase()}) > 0
      or ('-' || house.building || '-' || house.stair || '-' || house.room)
        like '%-' || replace(replace(${address}, '%', ''), '_', '')))`
}

const filtered = ({ channel, day, search }: ReceiptFilter): Sql => sql`
  ${channel ? sql`and receipt.channel = ${channel}` : empty}
  ${
    day
      ? sql`and receipt.received_at >= (${day}::date)::timestamp at time zone 'Asia/Shanghai'
          and receipt.received_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
      : empty
  }
  ${searched(search)}`

const afterEnd = (after: PageEnd | undefined): Sql =>
  after ? sql`and (receipt.received_at, receipt.receipt_id) < (${after.at}, ${after.id}::uuid)` : empty

/** One page of receipts within reach, newest first. */
export const listReceipts = (
  db: Db,
  actor: Actor,
  reach: Reach,
  page: ReceiptFilter & { after: PageEnd | undefined; size: number },
): Promise<CardRow[]> =>
  db.many(
    CardRow,
    sql`
      select ${CARD_COLUMNS}
      from receipt
      where ${receiptWithin(actor, reach)} ${filtered(page)} ${afterEnd(page.after)}
      order by receipt.received_at desc, receipt.receipt_id desc
      limit ${page.size}`,
  )

const Total = z.object({ receipts: z.int(), amount_fen: z.int() })

export const sumReceipts = (db: Db, actor: Actor, reach: Reach, filter: ReceiptFilter) =>
  db.one(
    Total,
    sql`
      select count(*)::integer as receipts, coalesce(sum(receipt.amount_fen), 0)::bigint as amount_fen
      from receipt
      where ${receiptWithin(actor, reach)} ${filtered(filter)}`,
  )

const SuspenseRow = ReceiptRow.extend({
  suspense_reason: z.enum(SUSPENSE_REASON_IDS),
  bill_numbers: z.array(z.string()),
})

const IN_SUSPENSE = sql`
  exists (
    select from receipt_line line
    where line.community_id = receipt.community_id and line.receipt_id = receipt.receipt_id and line.suspense_reason is not null
  )`

/** One page of the community's receipts of which a part is set aside, newest first. */
export const listSuspense = (db: Db, actor: Actor, page: { after: PageEnd | undefined; size: number }) =>
  db.many(
    SuspenseRow,
    sql`
      select ${RECEIPT_COLUMNS}, coalesce((
          select jsonb_agg(bill.number order by bill.number)
          from (${BILLS_OF_RECEIPT}) about
          join bill on bill.community_id = receipt.community_id and bill.bill_id = about.bill_id
        ), '[]') as bill_numbers
      from receipt
      where receipt.community_id = ${actor.communityId} and ${IN_SUSPENSE} ${afterEnd(page.after)}
      order by receipt.received_at desc, receipt.receipt_id desc
      limit ${page.size}`,
  )

/** How many receipts have a part set aside, and how much that is. */
export const sumSuspense = (db: Db, actor: Actor) =>
  db.one(
    Total,
    sql`
      select count(distinct receipt_id)::integer as receipts, coalesce(sum(amount_fen), 0)::bigint as amount_fen
      from receipt_line
      where community_id = ${actor.communityId} and suspense_reason is not null`,
  )

/** The labels of the houses that a receipt is about. */
export const labelsOf = ({ houses }: CardRow): string[] => houses.map(houseLabel).sort()
