import type * as files from '../../../types/contracts/files'
import { businessDate } from '../../../types/vocabulary/dates'
import { extensionOf, FILE_LIMITS, FILE_PURPOSES, problemOfChoice } from '../../../types/vocabulary/file'
import type { Role } from '../../../types/vocabulary/roles'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { newId } from '../../shared/db/ids'
import { countTicketsOn, insertTicket } from '../file-store'
import { contentTypeOf } from '../rules/magic'
import { linkForUpload } from '../storage'

/**
 * A ticket for one upload to a path of the server's own making. The storage is asked inside the transaction: the link
 * changes nothing there, and no row is held that another person waits for.
 */
export const requestUpload: Answer<typeof files.requestUpload> = async (
  { db, actor, now },
  { purpose, name, sizeBytes },
) => {
  const by: readonly Role[] = FILE_PURPOSES[purpose].by
  if (!by.includes(actor.role)) throw new AppError('NOT_ALLOWED')
  const problem = problemOfChoice(purpose, { name, sizeBytes })
  if (problem) throw new AppError('INVALID_INPUT', { fields: [{ path: 'name', message: problem }] })
  if ((await countTicketsOn(db, actor, businessDate(now))) >= FILE_LIMITS.ticketsPerDayMax)
    throw new AppError('TOO_MANY')
  const fileId = newId()
  const extension = extensionOf(name)
  const cloudPath = `${actor.communityId}/${purpose}/${fileId}.${extension}`
  const { cloudFileId, ...put } = await linkForUpload(cloudPath)
  const ticketUntil = new Date(now.getTime() + FILE_LIMITS.ticketMinutes * 60_000)
  const contentType = contentTypeOf(extension)
  await insertTicket(db, actor, {
    fileId,
    purpose,
    name,
    contentType,
    sizeBytes,
    cloudPath,
    cloudFileId,
    ticketUntil,
    madeAt: now,
  })
  return { fileId, cloudPath, put, ticketUntil: ticketUntil.toISOString() }
}
