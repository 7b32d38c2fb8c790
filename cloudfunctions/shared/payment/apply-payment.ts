import type { PaidFact } from '../wechat/pay/transaction'
import { type Attempt, endAttempt, listMeant, lockAttemptOf } from './attempt-store'
import { bookReceipt, type Ground } from './book-receipt'
import type { PayAccount } from './pay-account-store'
import { findReceiptOf, lockBills, lockTransaction } from './receipt-store'
import { allocate } from './rules/allocate'
import { whyNotAsAsked } from './rules/fact-against-attempt'

/**
 * Applies a payment that WeChat has told us of, by notice or by answer, in the transaction that is given. However often and
 * in whatever order it is told, there is one receipt and one posting. What is not as we asked for is set aside.
 * Gives the receipt's id, and whether it is new.
 */
export async function applyPayment(
  ground: Ground,
  account: PayAccount,
  fact: PaidFact,
): Promise<{ receiptId: string; isNew: boolean }> {
  const { db, communityId, now, tell } = ground
  const { payAccountId } = account
  const { transactionId, outTradeNo } = fact
  await lockTransaction(db, account.mchid, transactionId)
  const earlier = await findReceiptOf(db, communityId, { payAccountId, transactionId })
  if (earlier) return { receiptId: earlier, isNew: false }
  const attempt = await lockAttemptOf(db, communityId, { payAccountId, outTradeNo })
  const reason = attempt?.state === 'paid' ? 'billNotDue' : whyNotAsAsked(fact, attempt && askedFor(attempt))
  const meant = attempt && !reason ? await listMeant(db, communityId, attempt.attemptId) : []
  const meantOf = new Map(meant.map(({ billId, meantFen }) => [billId, meantFen]))
  const bills = meant.length > 0 ? await lockBills(db, communityId, [...meantOf.keys()]) : []
  const lines = reason
    ? [{ reason, amountFen: fact.amountFen }]
    : allocate(
        fact.amountFen,
        bills.map((bill) => ({ ...bill, meantFen: meantOf.get(bill.billId) ?? 0 })),
      )
  if (attempt) await endAttempt(db, { communityId, attemptId: attempt.attemptId, state: 'paid', now })
  const money = {
    channel: 'wechat',
    amountFen: fact.amountFen,
    receivedAt: fact.paidAt ?? now,
    account,
    transactionId,
    attemptId: attempt?.attemptId,
  } as const
  const receiptId = await bookReceipt(ground, money, bills, lines)
  if (attempt) await tell({ personId: attempt.personId }, 'paymentReceived', receiptId)
  return { receiptId, isNew: true }
}

const askedFor = ({ amountFen, account, requestBody }: Attempt) => ({
  amountFen,
  appid: account.appid,
  mchid: account.mchid,
  openid: (JSON.parse(requestBody) as { payer: { openid: string } }).payer.openid, // made by orderBodyOf
})
