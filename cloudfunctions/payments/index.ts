import * as contracts from '../../types/contracts/payments'
import { serve } from '../shared/call/serve'
import { cancelPayment } from './calls/cancel-payment'
import { checkPayment } from './calls/check-payment'
import { listReceipts } from './calls/list-receipts'
import { listSuspense } from './calls/list-suspense'
import { preparePayment } from './calls/prepare-payment'
import { previewPayment } from './calls/preview-payment'
import { readPayment } from './calls/read-payment'
import { readReceipt } from './calls/read-receipt'
import { takeCash } from './calls/take-cash'

export const main = serve('payments', contracts, {
  cancelPayment,
  checkPayment,
  listReceipts,
  listSuspense,
  preparePayment,
  previewPayment,
  readPayment,
  readReceipt,
  takeCash,
})
