import type { ReadName } from '../../../../types/contracts'
import { BILL_READS } from '../bill-reads'

/** What any act of paying changes on the screens. */
export const PAYMENT_READS = [
  ...BILL_READS,
  'payments.previewPayment',
  'payments.readPayment',
  'payments.listReceipts',
  'payments.readReceipt',
  'payments.listSuspense',
] as const satisfies readonly ReadName[]
