import { createHash } from 'node:crypto'
import type * as files from '../../../types/contracts/files'
import { extensionOf } from '../../../types/vocabulary/file'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { lockTicket, saveChecked } from '../file-store'
import { isWhatItSays } from '../rules/magic'
import { bytesOf } from '../storage'

/**
 * Reads the bytes that arrived and checks size and kind; their hash then stands for the file. Whoever uses it later reads
 * the bytes again and compares the hash, because a link to put bytes may outlive the ticket.
 */
export const confirmUpload: Answer<typeof files.confirmUpload> = async ({ db, actor, now }, { fileId }) => {
  const ticket = await lockTicket(db, actor, fileId)
  if (ticket.state !== 'ticketed') throw new AppError('FILE_TICKET_USED')
  if (ticket.ticket_until <= now) throw new AppError('FILE_TICKET_EXPIRED')
  const bytes = await bytesOf(ticket.cloud_file_id, ticket.size_bytes)
  if (!bytes) throw new AppError('FILE_NOT_ARRIVED')
  if (bytes.length !== ticket.size_bytes) throw new AppError('FILE_NOT_ARRIVED')
  if (!isWhatItSays(extensionOf(ticket.name), bytes)) throw new AppError('FILE_NOT_WHAT_IT_SAYS')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await saveChecked(db, actor, fileId, sha256)
  return { fileId, sha256, sizeBytes: bytes.length }
}
