import { isWechatsAnswer, type WechatPay, WechatPayUnknown } from '../wechat/pay/client'
import { paidFactOf, type Transaction } from '../wechat/pay/transaction'
import { applyPayment } from './apply-payment'
import { type Attempt, endAttempt } from './attempt-store'
import type { Ground } from './book-receipt'
import { wechatLineOf } from './wechat-line'

/** Opens a transaction of its own in the attempt's community. Nothing of WeChat's is waited for inside of it. */
export type Step = <T>(work: (ground: Ground) => Promise<T>) => Promise<T>

/** Asks WeChat how the order stands and writes down what it says. Throws WechatPayUnknown when it says nothing. */
export async function lookAtOrder(step: Step, attempt: Attempt): Promise<void> {
  const { line } = await wechatLineOf(attempt.account)
  await learn(step, attempt, await line.queryOrder(attempt.outTradeNo))
}

/**
 * Ends an order: closed at WeChat first, written down as closed after. When WeChat does not close it, it is asked how the
 * order stands: it may be paid, and then that is written down. Closing also makes an order harmless of which nobody knows
 * whether it ever reached WeChat. Throws WechatPayUnknown when nothing is known; then the attempt stays as it was.
 */
export async function endOrder(step: Step, attempt: Attempt): Promise<void> {
  const { line } = await wechatLineOf(attempt.account)
  if (await closesAtWechat(line, attempt.outTradeNo)) {
    await step(({ db, communityId, now }) =>
      endAttempt(db, { communityId, attemptId: attempt.attemptId, state: 'closed', now }),
    )
    return
  }
  const found = await line.queryOrder(attempt.outTradeNo)
  if (!(await learn(step, attempt, found))) throw new WechatPayUnknown('neither closed nor paid')
}

async function closesAtWechat(line: WechatPay, outTradeNo: string): Promise<boolean> {
  try {
    await line.closeOrder(outTradeNo)
    return true
  } catch (error) {
    if (isWechatsAnswer(error)) return false
    throw error
  }
}

/** Whether the order is over. That an order was never heard of is no proof of anything, signed or not. */
async function learn(step: Step, attempt: Attempt, found: Transaction | undefined): Promise<boolean> {
  const fact = found && paidFactOf(found)
  if (fact) {
    await step((ground) => applyPayment(ground, attempt.account, fact))
    return true
  }
  if (found?.trade_state !== 'CLOSED') return false
  await step(({ db, communityId, now }) =>
    endAttempt(db, { communityId, attemptId: attempt.attemptId, state: 'closed', now }),
  )
  return true
}
