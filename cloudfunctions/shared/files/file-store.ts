import sql from 'sql-template-tag'
import * as z from 'zod'
import { FILE_PURPOSES, type FilePurpose } from '../../../types/vocabulary/file'
import { AppError } from '../call/app-error'
import type { Db } from '../db/db'
import type { Actor } from '../policy/actor'

const purposes = Object.keys(FILE_PURPOSES) as [FilePurpose, ...FilePurpose[]] // the keys of the table of purposes

const CheckedFile = z.object({
  file_id: z.string(),
  purpose: z.enum(purposes),
  name: z.string(),
  cloud_file_id: z.string(),
  size_bytes: z.int(),
  sha256: z.string(),
})
export type CheckedFile = z.output<typeof CheckedFile>

/** A file that this person uploaded for this purpose and whose bytes were checked; only such a one can be attached. */
export async function getOwnFile(db: Db, actor: Actor, fileId: string, purpose: FilePurpose): Promise<CheckedFile> {
  const row = await db.find(
    CheckedFile,
    sql`
      select file_id, purpose, name, cloud_file_id, size_bytes, sha256
      from file
      where community_id = ${actor.communityId} and file_id = ${fileId} and uploaded_by = ${actor.personId}
        and purpose = ${purpose} and state = 'checked'`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}
