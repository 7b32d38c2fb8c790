import { createDecipheriv, createVerify } from 'node:crypto'
import { linesOf } from './sign'

/** Header names in lower case; HTTP access services and fetch spell them as they like. */
export type SignedHeaders = Readonly<Record<string, string | undefined>>

/** WeChat refuses a clock that is further off, and so do we: an older message may be a replayed one. */
const SKEW_SECONDS = 300
/** By these four headers a message of WeChat's says who it is from. */
export const SIGNED_BY = ['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-signature', 'wechatpay-serial'] as const

const TAG_BYTES = 16

export type Doubt = 'unsigned' | 'stale' | 'unknown key' | 'wrong signature'

/**
 * Why a message cannot be believed to be WeChat's, or undefined when it can. The key is chosen by `Wechatpay-Serial` from
 * the merchant's own map. A probe of WeChat's (`WECHATPAY/SIGNTEST/…`) is nothing special: it is a wrong signature.
 */
export function doubtAbout(
  { headers, body }: { headers: SignedHeaders; body: string },
  { platformKeys, now }: { platformKeys: Readonly<Record<string, string>>; now: Date },
): Doubt | undefined {
  const timestamp = headers['wechatpay-timestamp']
  const nonce = headers['wechatpay-nonce']
  const signature = headers['wechatpay-signature']
  const serial = headers['wechatpay-serial']
  if (!timestamp || !nonce || !signature || !serial) return 'unsigned'
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > SKEW_SECONDS) return 'stale'
  const key = Object.hasOwn(platformKeys, serial) ? platformKeys[serial] : undefined
  if (!key) return 'unknown key'
  const verifier = createVerify('RSA-SHA256').update(linesOf(timestamp, nonce, body), 'utf8')
  return verifier.verify(key, signature, 'base64') ? undefined : 'wrong signature'
}

/** What WeChat encrypts under the APIv3 key: AES-256-GCM, the last 16 bytes are the tag. Throws when it was changed. */
export function decryptResource(
  apiV3Key: string,
  { ciphertext, nonce, associatedData }: { ciphertext: string; nonce: string; associatedData: string },
): string {
  const sealed = Buffer.from(ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key, 'utf8'), Buffer.from(nonce, 'utf8'))
  decipher.setAAD(Buffer.from(associatedData, 'utf8')).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  return decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}
