import sql from 'sql-template-tag'
import * as z from 'zod'
import { FILE_PURPOSES, FILE_STATE_IDS, type FilePurpose } from '../../types/vocabulary/file'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

/** Tickets that this person drew on a business day (Asia/Shanghai). */
export async function countTicketsOn(db: Db, actor: Actor, day: string): Promise<number> {
  const row = await db.one(
    z.object({ drawn: z.int() }),
    sql`
      select count(*)::integer as drawn
      from file
      where community_id = ${actor.communityId} and uploaded_by = ${actor.personId}
        and made_at >= (${day}::date::timestamp at time zone 'Asia/Shanghai')
        and made_at < ((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
  )
  return row.drawn
}

export interface NewTicket {
  fileId: string
  purpose: FilePurpose
  name: string
  contentType: string
  sizeBytes: number
  cloudPath: string
  cloudFileId: string
  ticketUntil: Date
  madeAt: Date
}

export const insertTicket = (db: Db, actor: Actor, it: NewTicket) =>
  db.run(sql`
    insert into file (community_id, file_id, purpose, name, content_type, size_bytes, cloud_path, cloud_file_id,
      uploaded_by, ticket_until, state, made_at)
    values (${actor.communityId}, ${it.fileId}, ${it.purpose}, ${it.name}, ${it.contentType}, ${it.sizeBytes}, ${it.cloudPath},
      ${it.cloudFileId}, ${actor.personId}, ${it.ticketUntil}, 'ticketed', ${it.madeAt})`)

const purposes = Object.keys(FILE_PURPOSES) as [FilePurpose, ...FilePurpose[]] // the keys of the table of purposes

const Ticket = z.object({
  purpose: z.enum(purposes),
  name: z.string(),
  size_bytes: z.int(),
  cloud_path: z.string(),
  cloud_file_id: z.string(),
  ticket_until: z.date(),
  state: z.enum(FILE_STATE_IDS),
})

/** The caller's own ticket, held until the act ends so that it cannot serve twice; another's reads as not there. */
export async function lockTicket(db: Db, actor: Actor, fileId: string): Promise<z.output<typeof Ticket>> {
  const row = await db.find(
    Ticket,
    sql`
      select purpose, name, size_bytes, cloud_path, cloud_file_id, ticket_until, state
      from file
      where community_id = ${actor.communityId} and file_id = ${fileId} and uploaded_by = ${actor.personId}
      for update`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** What stands for the file from now on, and where it lies. */
export interface KeptFile {
  sha256: string
  sizeBytes: number
  cloudPath: string
  cloudFileId: string
}

export const saveChecked = (db: Db, actor: Actor, fileId: string, kept: KeptFile) =>
  db.run(sql`
    update file
    set state = 'checked', sha256 = ${kept.sha256}, size_bytes = ${kept.sizeBytes}, cloud_path = ${kept.cloudPath},
      cloud_file_id = ${kept.cloudFileId}
    where community_id = ${actor.communityId} and file_id = ${fileId}`)
