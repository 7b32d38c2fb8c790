import { createSign, randomBytes } from 'node:crypto'
import type { MerchantKeys } from './merchant-keys'

/** WeChat's signed text: every line ends in a line feed, the last one too. [商户文档 4012365342] */
export const linesOf = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('')

/** SHA256withRSA (PKCS#1 v1.5), base64 in one line. */
export const signText = (privateKey: string, text: string): string =>
  createSign('RSA-SHA256').update(text, 'utf8').sign(privateKey, 'base64')

export const newNonce = (): string => randomBytes(16).toString('hex').toUpperCase()

/** Seconds since 1970, as WeChat writes time. */
export const secondsOf = (instant: Date): string => String(Math.floor(instant.getTime() / 1000))

export interface Signable {
  method: 'GET' | 'POST'
  /** Path and query as they are sent, already encoded, without host. */
  url: string
  /** The exact text that is sent; empty for GET. */
  body: string
}

/** The `Authorization` header of one request. `at` and `nonce` are given, so that known vectors can be checked. */
export function authorizationFor(
  keys: Pick<MerchantKeys, 'mchid' | 'serial' | 'privateKey'>,
  { method, url, body }: Signable,
  { at, nonce }: { at: Date; nonce: string },
): string {
  const timestamp = secondsOf(at)
  const signature = signText(keys.privateKey, linesOf(method, url, timestamp, nonce, body))
  const fields = { mchid: keys.mchid, nonce_str: nonce, signature, timestamp, serial_no: keys.serial }
  const said = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${said.join(',')}`
}

/** What wx.requestPayment is called with. The appid is signed and not passed. [商户文档 4012791898] */
export interface PayParameters {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

export function payParametersFor(
  keys: Pick<MerchantKeys, 'privateKey'>,
  order: { appid: string; prepayId: string },
  { at, nonce }: { at: Date; nonce: string },
): PayParameters {
  const timeStamp = secondsOf(at)
  const packageText = `prepay_id=${order.prepayId}`
  const paySign = signText(keys.privateKey, linesOf(order.appid, timeStamp, nonce, packageText))
  return { timeStamp, nonceStr: nonce, package: packageText, signType: 'RSA', paySign }
}
