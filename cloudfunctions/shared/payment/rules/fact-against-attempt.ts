import type { SuspenseReason } from '../../../../types/vocabulary/payment'
import type { PaidFact } from '../../wechat/pay/transaction'

/** What we asked WeChat for. */
export interface AskedFor {
  amountFen: number
  appid: string
  mchid: string
  openid: string
}

/**
 * Why a payment is not the one we asked for, or undefined when it is. A verified payment that differs is still money: it is
 * set aside and told to the cashier, never dropped and never trusted.
 */
export function whyNotAsAsked(fact: PaidFact, asked: AskedFor | undefined): SuspenseReason | undefined {
  if (!asked) return 'unknownNumber'
  const sameParty =
    fact.mchid === asked.mchid && fact.appid === asked.appid && fact.openid === asked.openid && fact.currency === 'CNY'
  if (!sameParty) return 'wrongParty'
  return fact.amountFen === asked.amountFen ? undefined : 'wrongAmount'
}
