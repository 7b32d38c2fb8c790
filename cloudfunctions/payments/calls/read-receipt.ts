import type * as payments from '../../../types/contracts/payments'
import type { Answer } from '../../shared/call/answer'
import { viewReceipt } from '../receipt-view'

/** One receipt: what came, by which way, and where each part of it went. */
export const readReceipt: Answer<typeof payments.readReceipt> = ({ db, actor, reach }, { receiptId }) =>
  viewReceipt(db, actor, reach, receiptId)
