import sql from 'sql-template-tag'
import * as z from 'zod'
import { BILL_STATE_IDS } from '../../../types/vocabulary/bill'
import type { PayChannel } from '../../../types/vocabulary/payment'
import type { Db } from '../db/db'
import { stateWhenPaid, type BillToPay, type ReceiptLine } from './rules/allocate'

const BillRow = z
  .object({
    bill_id: z.string(),
    number: z.string(),
    house_id: z.string(),
    contract_id: z.string(),
    payee_id: z.string(),
    amount_fen: z.int(),
    paid_fen: z.int(),
    state: z.enum(BILL_STATE_IDS),
    due_on: z.string(),
  })
  .transform((row) => ({
    billId: row.bill_id,
    number: row.number,
    houseId: row.house_id,
    contractId: row.contract_id,
    payeeId: row.payee_id,
    amountFen: row.amount_fen,
    paidFen: row.paid_fen,
    state: row.state,
    dueOn: row.due_on,
  }))
export type BillRow = z.output<typeof BillRow>

/** The bills, held until the transaction ends and always in one order, so that two payments never wait for each other. */
export const lockBills = (db: Db, communityId: string, billIds: readonly string[]): Promise<BillRow[]> =>
  db.many(
    BillRow,
    sql`
      select bill_id, number, house_id, contract_id, payee_id, amount_fen, paid_fen, state, due_on
      from bill
      where community_id = ${communityId} and bill_id = any (${[...billIds]}::uuid[])
      order by bill_id
      for no key update`,
  )

/** Until the end of the transaction nobody else applies this transaction of WeChat's, whatever community it leads to. */
export const lockTransaction = (db: Db, mchid: string, transactionId: string) =>
  db.find(z.object({}), sql`select pg_advisory_xact_lock(hashtextextended(${`payment ${mchid} ${transactionId}`}, 0))`)

export async function findReceiptOf(
  db: Db,
  communityId: string,
  transaction: { payAccountId: string; transactionId: string },
): Promise<string | undefined> {
  const row = await db.find(
    z.object({ receipt_id: z.string() }),
    sql`
      select receipt_id
      from receipt
      where community_id = ${communityId} and pay_account_id = ${transaction.payAccountId}
        and transaction_id = ${transaction.transactionId}`,
  )
  return row?.receipt_id
}

export interface NewReceipt {
  communityId: string
  receiptId: string
  number: string
  channel: PayChannel
  amountFen: number
  payAccountId: string | undefined
  transactionId: string | undefined
  attemptId: string | undefined
  takenBy: string | undefined
  reference: string | undefined
  receivedAt: Date
  now: Date
}

export async function insertReceipt(db: Db, it: NewReceipt, lines: readonly ReceiptLine[]): Promise<void> {
  await db.run(sql`
    insert into receipt (community_id, receipt_id, number, channel, amount_fen, pay_account_id, transaction_id, attempt_id,
      taken_by, reference, received_at, recorded_at)
    values (${it.communityId}, ${it.receiptId}, ${it.number}, ${it.channel}, ${it.amountFen}, ${it.payAccountId ?? null},
      ${it.transactionId ?? null}, ${it.attemptId ?? null}, ${it.takenBy ?? null}, ${it.reference ?? null}, ${it.receivedAt},
      ${it.now})`)
  const rows = lines.map((line, index) => ({
    place: index + 1,
    billId: 'billId' in line ? line.billId : null,
    reason: 'reason' in line ? line.reason : null,
    amountFen: line.amountFen,
  }))
  await db.run(sql`
    insert into receipt_line (community_id, receipt_id, place, bill_id, suspense_reason, amount_fen)
    select ${it.communityId}::uuid, ${it.receiptId}::uuid, place, "billId", reason, "amountFen"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (place integer, "billId" uuid, reason text, "amountFen" bigint)`)
}

/** Writes on a bill what was put to it; the bill is locked and the amount was cut to what it still owes. */
export async function payBill(db: Db, communityId: string, bill: BillToPay, amountFen: number): Promise<void> {
  const paidFen = bill.paidFen + amountFen
  const changed = await db.run(sql`
    update bill
    set paid_fen = ${paidFen}, state = ${stateWhenPaid(bill.amountFen, paidFen)}
    where community_id = ${communityId} and bill_id = ${bill.billId} and paid_fen = ${bill.paidFen} and state = ${bill.state}`)
  if (changed !== 1) throw new Error(`bill ${bill.billId} is not what was locked`)
}

/** The contract whose books take money that belongs to no bill: the latest of the community. */
export async function findLatestContract(db: Db, communityId: string): Promise<string | undefined> {
  const row = await db.find(
    z.object({ contract_id: z.string() }),
    sql`
      select contract_id
      from service_contract
      where community_id = ${communityId}
      order by from_on desc, contract_id
      limit 1`,
  )
  return row?.contract_id
}

/** The first day of a ledger that is not published yet, where any is. */
export async function findOpenSince(db: Db, communityId: string, ledgerId: string): Promise<string | undefined> {
  const row = await db.one(
    z.object({ closed_before: z.string().nullable() }),
    sql`select closed_before from ledger where community_id = ${communityId} and ledger_id = ${ledgerId}`,
  )
  return row.closed_before ?? undefined
}
