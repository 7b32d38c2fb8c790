import * as z from 'zod'
import type { MerchantKeys } from './merchant-keys'
import { decryptResource } from './verify'

/** The envelope of a notice (回调通知). [商户文档 4012791861] */
const Envelope = z.object({
  id: z.string().min(1).max(36),
  event_type: z.string().min(1).max(32),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string().min(1),
    nonce: z.string().min(1),
    associated_data: z.string().default(''),
  }),
})

export interface Notice {
  noticeId: string
  eventType: string
  /** The decrypted text. */
  resource: string
}

/** Opens a notice whose signature has been verified. Throws when it is no notice or cannot be decrypted with our key. */
export function openNotice(body: string, { apiV3Key }: Pick<MerchantKeys, 'apiV3Key'>): Notice {
  const { id, event_type, resource } = Envelope.parse(JSON.parse(body))
  const { ciphertext, nonce, associated_data: associatedData } = resource
  const text = decryptResource(apiV3Key, { ciphertext, nonce, associatedData })
  return { noticeId: id, eventType: event_type, resource: text }
}
