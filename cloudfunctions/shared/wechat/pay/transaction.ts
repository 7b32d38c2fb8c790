import * as z from 'zod'

/** A transaction as WeChat tells it, in answers and in notices. Unknown states stay text: they mean "ask again later". */
export const Transaction = z.object({
  appid: z.string().optional(),
  mchid: z.string(),
  out_trade_no: z.string().min(1).max(32),
  transaction_id: z.string().min(1).max(32).optional(),
  trade_state: z.string(),
  success_time: z.iso.datetime({ offset: true }).optional(),
  payer: z.object({ openid: z.string().optional() }).optional(),
  amount: z.object({ total: z.int().min(1), currency: z.string().optional() }).optional(),
})
export type Transaction = z.output<typeof Transaction>

/** A payment that happened: a fact of WeChat's, with everything that must be compared with what we asked for. */
export interface PaidFact {
  mchid: string
  appid: string
  outTradeNo: string
  transactionId: string
  amountFen: number
  currency: string
  openid: string
  /** By WeChat's clock; absent where WeChat does not say. */
  paidAt: Date | undefined
}

/**
 * The payment behind a transaction, or undefined while there is none. After any refund, even of one fen, WeChat says REFUND:
 * the money had come all the same.
 */
export function paidFactOf(it: Transaction): PaidFact | undefined {
  if (it.trade_state !== 'SUCCESS' && it.trade_state !== 'REFUND') return undefined
  if (!it.transaction_id || !it.amount) return undefined
  return {
    mchid: it.mchid,
    appid: it.appid ?? '',
    outTradeNo: it.out_trade_no,
    transactionId: it.transaction_id,
    amountFen: it.amount.total,
    currency: it.amount.currency ?? 'CNY',
    openid: it.payer?.openid ?? '',
    paidAt: it.success_time === undefined ? undefined : new Date(it.success_time),
  }
}
