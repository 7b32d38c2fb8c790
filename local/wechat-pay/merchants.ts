import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'

/** A merchant as WeChat knows it. Its private key is the merchant's own business and is not here. */
export interface Merchant {
  mchid: string
  /** Apps that the merchant is bound to. */
  appids: string[]
  /** Serial number of the merchant certificate. */
  serial: string
  publicKey: string
  apiV3Key: string
  /** With what WeChat signs for this merchant: `PUB_KEY_ID_…` for a public key, 40 hexadecimal digits for a certificate. */
  platform: { serial: string; privateKey: string; publicKey: string }
}

/** What a new merchant downloads once and keeps. */
export interface MerchantKit {
  mchid: string
  serial: string
  privateKey: string
  apiV3Key: string
  platformKeys: Record<string, string>
}

function newPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

/** Opens a merchant: WeChat's side of it, and the kit that the merchant takes home. */
export function openMerchant(mchid: string, appids: string[]): { merchant: Merchant; kit: MerchantKit } {
  const own = newPair()
  const ofWechat = newPair()
  const serial = createHash('sha1').update(own.publicKey).digest('hex').toUpperCase()
  const apiV3Key = randomBytes(16).toString('hex')
  const platformSerial = `PUB_KEY_ID_0${mchid}2026112100`
  return {
    merchant: {
      mchid,
      appids,
      serial,
      publicKey: own.publicKey,
      apiV3Key,
      platform: { serial: platformSerial, ...ofWechat },
    },
    kit: {
      mchid,
      serial,
      privateKey: own.privateKey,
      apiV3Key,
      platformKeys: { [platformSerial]: ofWechat.publicKey },
    },
  }
}
