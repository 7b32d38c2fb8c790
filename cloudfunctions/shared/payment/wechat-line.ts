import { wechatPayOf, type WechatPay } from '../wechat/pay/client'
import type { MerchantKeys } from '../wechat/pay/merchant-keys'
import { readMerchantKeys } from './merchant-secret-store'
import type { PayAccount } from './pay-account-store'

/** Shorter than any function's own time, with room for the transaction that follows. */
const TIMEOUT_MS = 5_000
const WECHAT = 'https://api.mch.weixin.qq.com'

/** WeChat's clock is the world's: a demonstration may move its own, and signatures must not move with it. */
export const worldClock = (): Date => new Date()

/** The line to WeChat of one merchant number. MINGJU_WECHAT_PAY_URL is for the simulator and is left empty in the cloud. */
export async function wechatLineOf({
  payAccountId,
  mchid,
}: Pick<PayAccount, 'payAccountId' | 'mchid'>): Promise<{ line: WechatPay; keys: MerchantKeys }> {
  const keys = await readMerchantKeys(payAccountId, mchid)
  const baseUrl = process.env.MINGJU_WECHAT_PAY_URL || WECHAT
  return { line: wechatPayOf({ keys, baseUrl, clock: worldClock, timeoutMs: TIMEOUT_MS }), keys }
}
