import { randomBytes } from 'node:crypto'
import type * as payments from '../../../types/contracts/payments'
import { PAYMENT_LIMITS } from '../../../types/vocabulary/payment'
import type { Answer, Beginning, Outside } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { newId } from '../../shared/db/ids'
import { type Attempt, markOpen } from '../../shared/payment/attempt-store'
import { findFeesAccount, type PayAccount } from '../../shared/payment/pay-account-store'
import { type BillRow, lockBills } from '../../shared/payment/receipt-store'
import { openFenOf } from '../../shared/payment/rules/allocate'
import { nextCheckAt } from '../../shared/payment/rules/cadence'
import { orderBodyOf } from '../../shared/payment/rules/order-body'
import { TRADE_NUMBER_BYTES, tradeNumberOf } from '../../shared/payment/rules/trade-number'
import { endOrder, lookAtOrder } from '../../shared/payment/settle-attempt'
import { wechatLineOf, worldClock } from '../../shared/payment/wechat-line'
import { WechatPayRefusal } from '../../shared/wechat/pay/client'
import { newNonce, payParametersFor } from '../../shared/wechat/pay/sign'
import { noticeUrlOf } from '../notice-url'
import { listDueBills } from '../paid-bill-store'
import { askingWechat, attemptOf, sayPayment, stepsOf } from '../outside'
import { insertAttempt, listLive } from '../payment-store'

const MINUTE_MS = 60_000

/**
 * Opens an order at WeChat for bills of one payee, or goes on with the one that this person has opened for just these bills.
 * It is written down with the exact body before WeChat hears of it; what we owe to be paid comes from our own rows alone.
 */
export const preparePayment: Answer<typeof payments.preparePayment> = {
  begin: async (given, { billIds }) => {
    const { db, actor, reach, now } = given
    const found = await listDueBills(db, actor, reach, billIds)
    if (found.length < billIds.length) throw new AppError('NOT_FOUND')
    const bills = await lockBills(db, actor.communityId, billIds)
    const parts = bills.map((bill) => ({ billId: bill.billId, amountFen: openFenOf(bill) }))
    if (parts.some(({ amountFen }) => amountFen === 0)) throw new AppError('BILL_NOT_DUE')
    const account = await accountFor(given, bills)
    const live = await listLive(db, actor, billIds)
    const same = live.find(
      (it) => it.personId === actor.personId && it.payBefore > now && sameParts(it.bills, parts) && live.length === 1,
    )
    if (same) return same.attemptId
    if (live.length > 0) throw new AppError('PAYMENT_UNDER_WAY')
    return openAttempt(given, account, parts, found[0]?.bill.number ?? '')
  },
  goOn: async (outside, attemptId) => {
    const attempt = await attemptOf(outside, attemptId)
    const parameters =
      attempt.state === 'new' || attempt.state === 'open' ? await parametersFor(outside, attempt) : undefined
    return { ...(await sayPayment(outside, attemptId)), ...(parameters && { parameters }) }
  },
}

async function accountFor({ db, actor, account: caller }: Beginning, bills: readonly BillRow[]): Promise<PayAccount> {
  const [first] = bills
  if (!first || bills.some(({ payeeId }) => payeeId !== first.payeeId)) throw new AppError('BILLS_OF_TWO_PAYEES')
  const account = await findFeesAccount(db, actor.communityId, first.payeeId)
  if (!account) throw new AppError('PAYMENT_NOT_OFFERED')
  // WeChat takes a payer by the account under the app that the merchant is bound to, and by nothing else.
  if (caller.app !== account.appid) throw new AppError('PAYMENT_NEEDS_WECHAT')
  return account
}

interface Part {
  billId: string
  amountFen: number
}

const sameParts = (some: readonly Part[], others: readonly Part[]): boolean =>
  some.length === others.length &&
  some.every((part) => others.some((it) => it.billId === part.billId && it.amountFen === part.amountFen))

async function openAttempt(
  { db, actor, now, account: caller }: Beginning,
  account: PayAccount,
  bills: readonly Part[],
  firstNumber: string,
): Promise<string> {
  const attemptId = newId()
  const outTradeNo = tradeNumberOf(randomBytes(TRADE_NUMBER_BYTES))
  const amountFen = bills.reduce((sum, bill) => sum + bill.amountFen, 0)
  const withinMs = PAYMENT_LIMITS.payWithinMinutes * MINUTE_MS
  const payBefore = new Date(now.getTime() + withinMs)
  const requestBody = orderBodyOf({
    appid: account.appid,
    mchid: account.mchid,
    description: bills.length === 1 ? `物业账单 ${firstNumber}` : `物业账单 ${firstNumber} 等 ${bills.length} 张`,
    outTradeNo,
    payBefore: new Date(worldClock().getTime() + withinMs),
    notifyUrl: noticeUrlOf(account.mchid),
    amountFen,
    openid: caller.subject,
  })
  const { payAccountId, mchid } = account
  const times = { now, payBefore, nextCheckAt: nextCheckAt(0, now, payBefore) }
  await insertAttempt(db, actor, {
    attemptId,
    payAccountId,
    mchid,
    outTradeNo,
    amountFen,
    requestBody,
    bills,
    ...times,
  })
  return attemptId
}

/** What the till is opened with; undefined when the order turned out to be over. */
async function parametersFor(outside: Outside, attempt: Attempt) {
  const { line, keys } = await wechatLineOf(attempt.account)
  const prepayId =
    attempt.prepayId ?? (await askingWechat(createdAt(outside, attempt, line.createOrder(attempt.requestBody))))
  if (prepayId === undefined) return undefined
  const order = { appid: attempt.account.appid, prepayId }
  return payParametersFor(keys, order, { at: worldClock(), nonce: newNonce() })
}

/** Writes down that WeChat took the order. One that it refuses is ended there, so that its bills are free again. */
async function createdAt(outside: Outside, attempt: Attempt, creating: Promise<string>): Promise<string | undefined> {
  const step = stepsOf(outside)
  try {
    const prepayId = await creating
    const isOpen = await step(({ db, communityId, now }) => {
      const next = nextCheckAt(0, now, attempt.payBefore)
      return markOpen(db, { communityId, attemptId: attempt.attemptId, prepayId, nextCheckAt: next })
    })
    if (isOpen) return prepayId
    await endOrder(step, attempt) // cancelled while we were asking: what is closed here must not be payable there
    return undefined
  } catch (error) {
    if (!(error instanceof WechatPayRefusal)) throw error
    await lookAtOrder(step, attempt) // paid or closed already, by another phone or by clockwork
    if ((await attemptOf(outside, attempt.attemptId)).state === 'paid') return undefined
    await endOrder(step, attempt)
    throw error
  }
}
