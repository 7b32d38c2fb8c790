import type { Output } from '../../types/contracts'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { type CardRow, getReceipt, labelsOf, listPaidBills } from './receipt-view-store'

/** A receipt as lists show it. */
export const receiptCardFor = (row: CardRow): Output<'payments.listReceipts'>['receipts'][number] => ({
  receiptId: row.receipt_id,
  number: row.number,
  channel: row.channel,
  amountFen: row.amount_fen,
  suspenseFen: row.suspense_fen,
  receivedAt: row.received_at.toISOString(),
  houseLabels: labelsOf(row),
})

/** A receipt with all that stands on it. */
export async function viewReceipt(
  db: Db,
  actor: Actor,
  reach: Reach,
  receiptId: string,
): Promise<Output<'payments.readReceipt'>> {
  const row = await getReceipt(db, actor, reach, receiptId)
  return {
    ...receiptCardFor(row),
    payeeName: row.payee_name ?? '',
    bills: (await listPaidBills(db, actor, receiptId)).map(({ bill }) => bill),
    ...(row.suspense_reason !== null && { suspenseReason: row.suspense_reason }),
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.taken_by_name !== null && { takenBy: row.taken_by_name }),
  }
}
