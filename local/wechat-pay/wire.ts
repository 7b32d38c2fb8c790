import { createCipheriv, randomBytes, sign, verify } from 'node:crypto'
import type { Merchant } from './merchants'

/** WeChat's side of the signatures, written from the document and apart from the client's. */

/** How WeChat refuses: the code that programs read, and the sentence that people read. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 429 | 500
  readonly code: string

  constructor(status: Refusal['status'], code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const SKEW_SECONDS = 300
const SCHEME = 'WECHATPAY2-SHA256-RSA2048'
const FIELDS = ['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no'] as const

/** A request as it came in. */
export interface Incoming {
  method: string
  /** Path and query, as they were sent. */
  url: string
  body: string
  authorization: string | undefined
}

/** Who has signed the request; throws WeChat's 401 otherwise. */
export function merchantOf(request: Incoming, merchants: Map<string, Merchant>, now: Date): Merchant {
  const given = fieldsOf(request.authorization)
  const skew = Math.abs(Math.floor(now.getTime() / 1000) - Number(given.timestamp))
  if (!(skew <= SKEW_SECONDS)) {
    throw unauthorized('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟')
  }
  const merchant = merchants.get(given.mchid)
  if (merchant?.serial !== given.serial_no) {
    throw unauthorized('商户证书序列号有误。请使用签名私钥匹配的证书序列号')
  }
  const text = `${request.method}\n${request.url}\n${given.timestamp}\n${given.nonce_str}\n${request.body}\n`
  if (!verify('sha256', Buffer.from(text), merchant.publicKey, Buffer.from(given.signature, 'base64'))) {
    throw unauthorized('签名错误')
  }
  return merchant
}

function fieldsOf(authorization: string | undefined): Record<(typeof FIELDS)[number], string> {
  const [scheme, rest] = (authorization ?? '').split(/ (.*)/s)
  if (scheme !== SCHEME || rest === undefined) throw unauthorized('签名信息错误，验签失败')
  const said = [...rest.matchAll(/([a-z_]+)="([^"]*)"/g)]
  const found: Record<string, string> = Object.fromEntries(said.map(([, key = '', value = '']) => [key, value]))
  if (FIELDS.some((field) => !found[field])) throw unauthorized('Http头Authorization值格式错误')
  return found
}

const unauthorized = (message: string) => new Refusal(401, 'SIGN_ERROR', message)

/** The headers by which a merchant knows that an answer or a notice is WeChat's. */
export function signedHeaders(merchant: Merchant, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const text = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`)
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': sign('sha256', text, merchant.platform.privateKey).toString('base64'),
    'Wechatpay-Serial': merchant.platform.serial,
    'Wechatpay-Signature-Type': SCHEME,
  }
}

/** Whether wx.requestPayment was called with what the merchant has signed. */
export const paySignHolds = (
  merchant: Merchant,
  given: { appId: string; timeStamp: string; nonceStr: string; package: string; paySign: string },
): boolean => {
  const text = `${given.appId}\n${given.timeStamp}\n${given.nonceStr}\n${given.package}\n`
  return verify('sha256', Buffer.from(text), merchant.publicKey, Buffer.from(given.paySign, 'base64'))
}

/** What only the merchant can read: AES-256-GCM under its APIv3 key. */
export function encryptFor(
  apiV3Key: string,
  text: string,
): { ciphertext: string; nonce: string; associated_data: string } {
  const nonce = randomBytes(6).toString('hex')
  const associated = 'transaction'
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce)
  cipher.setAAD(Buffer.from(associated))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { ciphertext: sealed.toString('base64'), nonce, associated_data: associated }
}
