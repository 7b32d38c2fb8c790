import type * as payments from '../../../types/contracts/payments'
import type { Answer } from '../../shared/call/answer'
import { cursorOf, readCursor } from '../../shared/db/cursor'
import { receiptCardFor } from '../receipt-view'
import { listReceipts as listRows, sumReceipts } from '../receipt-view-store'

const PAGE_SIZE = 20

/** Receipts within reach, newest first, with the sum of all that the filter finds. */
export const listReceipts: Answer<typeof payments.listReceipts> = async (
  { db, actor, reach },
  { after, ...filter },
) => {
  const rows = await listRows(db, actor, reach, { ...filter, after: readCursor(after), size: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const total = await sumReceipts(db, actor, reach, filter)
  return {
    receipts: page.map(receiptCardFor),
    ...(rows.length > PAGE_SIZE && last && { next: cursorOf({ at: last.received_at, id: last.receipt_id }) }),
    total: { receipts: total.receipts, amountFen: total.amount_fen },
  }
}
