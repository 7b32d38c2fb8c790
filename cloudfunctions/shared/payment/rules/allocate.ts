import type { BillState } from '../../../../types/vocabulary/bill'
import type { SuspenseReason } from '../../../../types/vocabulary/payment'

/** A bill as money meets it. */
export interface BillToPay {
  billId: string
  state: BillState
  amountFen: number
  paidFen: number
}

/** Where a part of a receipt goes. */
export type ReceiptLine = { billId: string; amountFen: number } | { reason: SuspenseReason; amountFen: number }

/** What can still be put to a bill: nothing where somebody doubts it, nor where it is void or paid. */
export const openFenOf = ({ state, amountFen, paidFen }: BillToPay): number =>
  state === 'issued' || state === 'partiallyPaid' ? amountFen - paidFen : 0

/**
 * Puts a sum to bills in the order given, to each at most what is meant for it and still open; what remains is set aside,
 * never put to a bill that does not owe it. The lines are the whole, to the fen.
 */
export function allocate(
  amountFen: number,
  meant: readonly (BillToPay & { meantFen: number })[],
): readonly ReceiptLine[] {
  let leftFen = amountFen
  const lines: ReceiptLine[] = []
  for (const bill of meant) {
    const fen = Math.min(leftFen, bill.meantFen, openFenOf(bill))
    if (fen > 0) lines.push({ billId: bill.billId, amountFen: fen })
    leftFen -= Math.max(fen, 0)
  }
  if (leftFen > 0) lines.push({ reason: 'billNotDue', amountFen: leftFen })
  return lines
}

/** A bill's state once so much of it is paid. */
export const stateWhenPaid = (amountFen: number, paidFen: number): 'paid' | 'partiallyPaid' =>
  paidFen >= amountFen ? 'paid' : 'partiallyPaid'
