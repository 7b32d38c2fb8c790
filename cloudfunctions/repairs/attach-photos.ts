import type { FilePurpose } from '../../types/vocabulary/file'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import { getOwnFile } from '../shared/files/file-store'
import type { Actor } from '../shared/policy/actor'

/** Only what this person uploaded for this purpose, and the server checked, can be shown with an order; each once. */
export async function ensureOwnPhotos(
  db: Db,
  actor: Actor,
  photoIds: readonly string[],
  purpose: FilePurpose & ('repairPhoto' | 'workPhoto'),
): Promise<void> {
  if (new Set(photoIds).size !== photoIds.length)
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'photoIds', message: '同一张照片只放一次' }] })
  for (const photoId of photoIds) await getOwnFile(db, actor, photoId, purpose)
}
