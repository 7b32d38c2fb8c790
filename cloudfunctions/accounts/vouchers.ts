import type { Db } from '../shared/db/db'
import { getOwnFile } from '../shared/files/file-store'
import type { Actor } from '../shared/policy/actor'
import type { NewVoucher } from './entry-store'

/** Vouchers as they are booked: files of this person's own that passed their check, by id and hash. */
export async function ownVouchers(
  db: Db,
  actor: Actor,
  named: readonly { fileId: string; redactedFileId: string }[],
): Promise<NewVoucher[]> {
  const vouchers: NewVoucher[] = []
  for (const { fileId, redactedFileId } of named) {
    const original = await getOwnFile(db, actor, fileId, 'voucher')
    const redacted = await getOwnFile(db, actor, redactedFileId, 'redactedVoucher')
    vouchers.push({ fileId, sha256: original.sha256, redactedFileId, redactedSha256: redacted.sha256 })
  }
  return vouchers
}
