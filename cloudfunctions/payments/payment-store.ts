import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { ATTEMPT_STATE_IDS } from '../../types/vocabulary/payment'
import { AppError } from '../shared/call/app-error'
import { refuseOn } from '../shared/db/constraint'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { billWithin, PAID_BILL_COLUMNS, PaidBill } from './paid-bill-store'

const PaymentRow = z.object({
  attempt_id: z.string(),
  state: z.enum(ATTEMPT_STATE_IDS),
  amount_fen: z.int(),
  payee_name: z.string(),
  started_at: z.date(),
  pay_before: z.date(),
  person_id: z.string(),
  receipt_id: z.string().nullable(),
  receipt_number: z.string().nullable(),
  receipt_fen: z.int().nullable(),
  suspense_fen: z.int(),
})
export type PaymentRow = z.output<typeof PaymentRow>

/** An attempt is within reach when every bill of it is: whoever sees a part only is not shown the sum. */
const attemptWithin = (actor: Actor, reach: Reach): Sql => sql`
  attempt.community_id = ${actor.communityId} and not exists (
    select from attempt_bill part
    join bill on bill.community_id = part.community_id and bill.bill_id = part.bill_id
    where part.community_id = attempt.community_id and part.attempt_id = attempt.attempt_id
      and not ${billWithin(actor, reach)})`

const PAYMENT = sql`
  select attempt.attempt_id, attempt.state, attempt.amount_fen, enterprise.name as payee_name, attempt.started_at,
    attempt.pay_before, attempt.person_id, receipt.receipt_id, receipt.number as receipt_number,
    receipt.amount_fen as receipt_fen, coalesce((
      select sum(line.amount_fen)
      from receipt_line line
      where line.community_id = receipt.community_id and line.receipt_id = receipt.receipt_id
        and line.suspense_reason is not null
    ), 0)::bigint as suspense_fen
  from pay_attempt attempt
  join pay_account account on account.pay_account_id = attempt.pay_account_id
  join enterprise on enterprise.enterprise_id = account.enterprise_id
  left join lateral (
    select first.community_id, first.receipt_id, first.number, first.amount_fen
    from receipt first
    where first.community_id = attempt.community_id and first.attempt_id = attempt.attempt_id
    order by first.recorded_at, first.receipt_id
    limit 1
  ) receipt on true`

/** The attempt if it is within reach, else NOT_FOUND. */
export async function getPayment(db: Db, actor: Actor, reach: Reach, attemptId: string): Promise<PaymentRow> {
  const row = await db.find(
    PaymentRow,
    sql`${PAYMENT} where ${attemptWithin(actor, reach)} and attempt.attempt_id = ${attemptId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** Attempts within reach that can still be paid and are for any of these bills. */
export const listUnderWay = (db: Db, actor: Actor, reach: Reach, billIds: readonly string[]): Promise<PaymentRow[]> =>
  db.many(
    PaymentRow,
    sql`
      ${PAYMENT}
      where ${attemptWithin(actor, reach)} and attempt.attempt_id in (
        select part.attempt_id
        from attempt_bill part
        where part.community_id = ${actor.communityId} and part.live and part.bill_id = any (${[...billIds]}::uuid[]))
      order by attempt.started_at, attempt.attempt_id
      limit ${billIds.length}`,
  )

/** What the attempts pay, each bill with its amount, under the attempt's id. */
export const listPaidBillsOf = (db: Db, actor: Actor, attemptIds: readonly string[]) =>
  db.many(
    PaidBill,
    sql`
      select part.attempt_id as of_id, part.amount_fen, ${PAID_BILL_COLUMNS}
      from attempt_bill part
      join bill on bill.community_id = part.community_id and bill.bill_id = part.bill_id
      join house on house.community_id = bill.community_id and house.house_id = bill.house_id
      where part.community_id = ${actor.communityId} and part.attempt_id = any (${[...attemptIds]}::uuid[])
      order by bill.due_on, bill.number`,
  )

/** Attempts that can still be paid and are for any of these bills, within reach or not, with all that each would pay. */
export const listLive = (db: Db, actor: Actor, billIds: readonly string[]) =>
  db.many(
    z
      .object({
        attempt_id: z.string(),
        person_id: z.string(),
        pay_before: z.date(),
        bills: z.array(z.object({ billId: z.string(), amountFen: z.int() })),
      })
      .transform((row) => ({
        attemptId: row.attempt_id,
        personId: row.person_id,
        payBefore: row.pay_before,
        bills: row.bills,
      })),
    sql`
      select attempt.attempt_id, attempt.person_id, attempt.pay_before, (
          select jsonb_agg(jsonb_build_object('billId', part.bill_id, 'amountFen', part.amount_fen))
          from attempt_bill part
          where part.community_id = attempt.community_id and part.attempt_id = attempt.attempt_id
        ) as bills
      from pay_attempt attempt
      where attempt.community_id = ${actor.communityId} and attempt.attempt_id in (
        select part.attempt_id
        from attempt_bill part
        where part.community_id = ${actor.communityId} and part.live and part.bill_id = any (${[...billIds]}::uuid[]))
      order by attempt.attempt_id`,
  )

export interface NewAttempt {
  attemptId: string
  payAccountId: string
  mchid: string
  outTradeNo: string
  amountFen: number
  requestBody: string
  now: Date
  payBefore: Date
  nextCheckAt: Date
  bills: readonly { billId: string; amountFen: number }[]
}

/** Writes down an order before WeChat hears of it. Throws PAYMENT_UNDER_WAY when another one holds one of its bills. */
export async function insertAttempt(db: Db, actor: Actor, it: NewAttempt): Promise<void> {
  await db.run(sql`
    insert into pay_attempt_route (mchid, out_trade_no, of_community)
    values (${it.mchid}, ${it.outTradeNo}, ${actor.communityId})`)
  await db.run(sql`
    insert into pay_attempt (community_id, attempt_id, pay_account_id, out_trade_no, person_id, amount_fen, request_body,
      started_at, pay_before, next_check_at)
    values (${actor.communityId}, ${it.attemptId}, ${it.payAccountId}, ${it.outTradeNo}, ${actor.personId}, ${it.amountFen},
      ${it.requestBody}, ${it.now}, ${it.payBefore}, ${it.nextCheckAt})`)
  await refuseOn(
    { attempt_bill_live: 'PAYMENT_UNDER_WAY' },
    db.run(sql`
      insert into attempt_bill (community_id, attempt_id, bill_id, amount_fen)
      select ${actor.communityId}::uuid, ${it.attemptId}::uuid, "billId", "amountFen"
      from jsonb_to_recordset(${JSON.stringify(it.bills)}::jsonb) as given ("billId" uuid, "amountFen" bigint)`),
  )
}

/** Attempts that can still be paid although a bill of theirs no longer owes it; clockwork looks at them at its next turn. */
export async function hurryUnwanted(db: Db, actor: Actor, receiptId: string, now: Date): Promise<string[]> {
  const rows = await db.many(
    z.object({ attempt_id: z.string() }),
    sql`
      update pay_attempt
      set next_check_at = ${now}
      where community_id = ${actor.communityId} and state in ('new', 'open') and attempt_id in (
        select part.attempt_id
        from receipt_line line
        join attempt_bill part on part.community_id = line.community_id and part.bill_id = line.bill_id and part.live
        where line.community_id = ${actor.communityId} and line.receipt_id = ${receiptId})
      returning attempt_id`,
  )
  return rows.map((row) => row.attempt_id)
}
