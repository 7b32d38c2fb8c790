import type * as bills from '../../../types/contracts/bills'
import type { Answer } from '../../shared/call/answer'
import { move } from '../../shared/machine/machine'
import { getBill, saveState } from '../bill-store'
import { addEvent } from '../line-store'
import { BILL_MACHINE } from '../rules/bill-machine'

/** Whoever the bill is for asks about it; the cashiers and the manager are told. */
export const disputeBill: Answer<typeof bills.disputeBill> = async (
  { db, actor, reach, now, tell },
  { billId, reason },
) => {
  const bill = await getBill(db, actor, reach, billId)
  const state = move(BILL_MACHINE, bill.state, 'dispute', { role: actor.role })
  await saveState(db, actor, billId, bill.state, state)
  await addEvent(db, actor, { billId, act: 'dispute', toState: state, at: now, note: reason })
  await tell({ role: 'cashier' }, 'billDisputed', billId)
  await tell({ role: 'manager' }, 'billDisputed', billId)
  return { billId, state }
}
