import type * as terms from '../../../types/contracts/bills-terms'
import { BILLING_TERM_LIMITS } from '../../../types/vocabulary/billing-term'
import { addMonths, monthAround } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { listCosts as listRows } from '../cost-store'

/** Shared costs of the last two years. */
export const listCosts: Answer<typeof terms.listCosts> = async ({ db, actor, now }) => {
  const rows = await listRows(db, actor, addMonths(monthAround(now).from, -BILLING_TERM_LIMITS.costMonths))
  return {
    costs: rows.map((row) => ({
      costId: row.cost_id,
      itemCode: row.item_code,
      itemName: row.item_name,
      month: row.from_on,
      amountFen: row.amount_fen,
      ...(row.building !== null && { building: row.building }),
      ...(row.stair !== null && { stair: row.stair }),
      words: row.words,
      ...(row.entered_by_name !== null && { enteredBy: row.entered_by_name }),
      isBilled: row.is_billed,
    })),
  }
}
