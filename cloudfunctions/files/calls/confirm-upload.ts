import { createHash } from 'node:crypto'
import type * as files from '../../../types/contracts/files'
import { extensionOf, PHOTO_PURPOSES } from '../../../types/vocabulary/file'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { type KeptFile, lockTicket, saveChecked } from '../file-store'
import { isWhatItSays } from '../rules/magic'
import { readPhoto } from '../rules/photo'
import { bytesOf, putBytes, removeFile } from '../storage'

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
  const kept = PHOTO_PURPOSES.includes(ticket.purpose) ? await keepClean(ticket, bytes) : keepAsItIs(ticket, bytes)
  await saveChecked(db, actor, fileId, kept)
  return { fileId, sha256: kept.sha256, sizeBytes: kept.sizeBytes }
}

type Ticket = Awaited<ReturnType<typeof lockTicket>>

const keepAsItIs = (ticket: Ticket, bytes: Buffer): KeptFile => ({
  ...measured(bytes),
  cloudPath: ticket.cloud_path,
  cloudFileId: ticket.cloud_file_id,
})

/**
 * Keeps the picture alone, at a path that nobody ever had a link to write to, and takes away what arrived. Should the act
 * not come to its end, nothing of the person lies there any more and the photo is asked for again.
 */
async function keepClean(ticket: Ticket, bytes: Buffer): Promise<KeptFile> {
  const read = readPhoto(extensionOf(ticket.name), bytes)
  if ('refusal' in read) throw new AppError(read.refusal)
  const cloudPath = ticket.cloud_path.replace(/(\.[a-z]+)$/, '-clean$1')
  const cloudFileId = await putBytes(cloudPath, read.photo.bytes)
  await removeFile(ticket.cloud_file_id)
  return { ...measured(read.photo.bytes), cloudPath, cloudFileId }
}

const measured = (bytes: Buffer) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  sizeBytes: bytes.length,
})
