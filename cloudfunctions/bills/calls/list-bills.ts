import type * as bills from '../../../types/contracts/bills'
import type { Answer } from '../../shared/call/answer'
import { cardFor } from '../bill-card'
import { countOpen, listBills as listRows } from '../bill-store'

const PAGE_SIZE = 20

/** Bills within reach, newest period first, a page at a time. */
export const listBills: Answer<typeof bills.listBills> = async (
  { db, actor, reach, now },
  { filter, search, after },
) => {
  const rows = await listRows(db, actor, reach, { filter, search, after, size: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const open = await countOpen(db, actor, reach)
  return {
    bills: page.map((row) => cardFor(row, now)),
    ...(rows.length > PAGE_SIZE && last && { next: last.number }),
    open: { bills: open.bills, amountFen: open.amount_fen },
  }
}
