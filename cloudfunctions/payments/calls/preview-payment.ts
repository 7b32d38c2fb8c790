import type * as payments from '../../../types/contracts/payments'
import { ERRORS } from '../../../types/vocabulary/errors'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { findFeesAccount } from '../../shared/payment/pay-account-store'
import { listDueBills } from '../paid-bill-store'
import { listUnderWay } from '../payment-store'
import { viewPayments } from '../payment-view'

/** What these bills come to, whether they can be paid by WeChat, and which payments of them are under way. */
export const previewPayment: Answer<typeof payments.previewPayment> = async ({ db, actor, reach }, { billIds }) => {
  const found = await listDueBills(db, actor, reach, billIds)
  const [first] = found
  if (!first || found.length < billIds.length) throw new AppError('NOT_FOUND')
  if (found.some(({ payeeId }) => payeeId !== first.payeeId)) throw new AppError('BILLS_OF_TWO_PAYEES')
  const account = await findFeesAccount(db, actor.communityId, first.payeeId)
  return {
    payeeName: first.payeeName,
    amountFen: found.reduce((sum, { bill }) => sum + bill.amountFen, 0),
    bills: found.map(({ bill }) => bill),
    wechat: account ? { isOpen: true } : { isOpen: false, whyNot: ERRORS.PAYMENT_NOT_OFFERED.zh },
    underWay: await viewPayments(db, actor, await listUnderWay(db, actor, reach, billIds)),
  }
}
