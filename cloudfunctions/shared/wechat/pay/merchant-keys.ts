import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import * as z from 'zod'

const pem = (kind: string) =>
  z.string().regex(new RegExp(`^-----BEGIN ${kind}-----\\n[\\s\\S]+-----END ${kind}-----\\n?$`))

/** What a merchant number signs and verifies with. */
export const MerchantKeys = z.object({
  mchid: z.string().regex(/^\d{6,32}$/),
  /** Serial number of the merchant certificate, in hexadecimal. */
  serial: z.string().regex(/^[0-9A-F]{8,64}$/i),
  privateKey: pem('PRIVATE KEY'),
  /** The APIv3 key: 32 characters, by which WeChat encrypts what it tells us. */
  apiV3Key: z.string().refine((key) => Buffer.byteLength(key, 'utf8') === 32),
  /**
   * Public keys of WeChat by serial: the WeChat Pay public key (`PUB_KEY_ID_…`) and, while a merchant changes over, the old
   * platform certificate's key too. Which one to use is read from `Wechatpay-Serial`, never guessed from its form.
   */
  platformKeys: z.record(z.string(), pem('PUBLIC KEY')).refine((keys) => Object.keys(keys).length > 0),
})
export type MerchantKeys = z.output<typeof MerchantKeys>

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals keys for the database under MINGJU_MASTER_KEY (32 bytes in base64). The merchant number is bound to the seal, so
 * that nobody who can write rows puts one merchant's keys in the place of another's.
 */
export function sealKeys(masterKey: string, keys: MerchantKeys): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, readMasterKey(masterKey), iv).setAAD(Buffer.from(keys.mchid))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(MerchantKeys.parse(keys)), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Opens what `sealKeys` has sealed for this merchant number; anything else throws. */
export function openKeys(masterKey: string, mchid: string, sealed: Buffer): MerchantKeys {
  const iv = sealed.subarray(0, IV_BYTES)
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, readMasterKey(masterKey), iv).setAAD(Buffer.from(mchid)).setAuthTag(tag)
  const opened = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  const keys = MerchantKeys.parse(JSON.parse(opened.toString('utf8')))
  if (keys.mchid !== mchid) throw new Error('these keys belong to another merchant')
  return keys
}

function readMasterKey(masterKey: string): Buffer {
  const key = Buffer.from(masterKey, 'base64')
  if (key.length !== 32) throw new Error('MINGJU_MASTER_KEY must be 32 bytes in base64')
  return key
}
