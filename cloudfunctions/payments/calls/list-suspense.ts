import type * as payments from '../../../types/contracts/payments'
import type { Answer } from '../../shared/call/answer'
import { cursorOf, readCursor } from '../../shared/db/cursor'
import { receiptCardFor } from '../receipt-view'
import { listSuspense as listRows, sumSuspense } from '../receipt-view-store'

const PAGE_SIZE = 20

/** Money that came and could not be put to a bill (暂收待查), newest first. */
export const listSuspense: Answer<typeof payments.listSuspense> = async ({ db, actor }, { after }) => {
  const rows = await listRows(db, actor, { after: readCursor(after), size: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const total = await sumSuspense(db, actor)
  return {
    items: page.map((row) => ({
      ...receiptCardFor(row),
      reason: row.suspense_reason,
      ...(row.reference !== null && { reference: row.reference }),
      billNumbers: row.bill_numbers,
    })),
    ...(rows.length > PAGE_SIZE && last && { next: cursorOf({ at: last.received_at, id: last.receipt_id }) }),
    total: { receipts: total.receipts, amountFen: total.amount_fen },
  }
}
