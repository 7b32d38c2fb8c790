import sql from 'sql-template-tag'
import * as z from 'zod'
import {
  IMPORT_KIND_IDS,
  IMPORT_STATE_IDS,
  type ImportKind,
  importKindsOf,
  type ImportState,
} from '../../types/vocabulary/register'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'
import type { SheetRow } from './sheet/read-sheet'

const ImportRow = z.object({
  import_id: z.string(),
  kind: z.enum(IMPORT_KIND_IDS),
  file_id: z.string(),
  file_name: z.string(),
  state: z.enum(IMPORT_STATE_IDS),
  row_count: z.int(),
  staged_count: z.int(),
  new_count: z.int(),
  changed_count: z.int(),
  same_count: z.int(),
  wrong_count: z.int(),
  started_at: z.date(),
  starter: z.string().nullable(),
})
export type ImportRow = z.output<typeof ImportRow>

const COLUMNS = sql`
  import.import_id, import.kind, import.file_id, import.file_name, import.state, import.row_count, import.staged_count,
  import.new_count, import.changed_count, import.same_count, import.wrong_count, import.started_at`

/** A register that this role does not keep is not there for it: some hold names and telephones. */
const keptBy = (actor: Actor) =>
  sql`import.community_id = ${actor.communityId} and import.kind = any (${importKindsOf(actor.role)}::text[])`

/** The import with the name of whoever began it, else NOT_FOUND. */
export async function getImport(db: Db, actor: Actor, importId: string): Promise<ImportRow> {
  const row = await db.find(
    ImportRow,
    sql`
      select ${COLUMNS}, contact.name as starter
      from import
      left join contact on contact.community_id = import.community_id and contact.person_id = import.started_by
      where ${keptBy(actor)} and import.import_id = ${importId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** The import, held until the act ends: two clerks never stage or apply it at once. */
export async function lockImport(db: Db, actor: Actor, importId: string): Promise<ImportRow> {
  const held = await db.run(sql`
    select import_id from import
    where ${keptBy(actor)} and import_id = ${importId}
    for update`)
  if (held === 0) throw new AppError('NOT_FOUND')
  return getImport(db, actor, importId)
}

export const listImports = (db: Db, actor: Actor): Promise<ImportRow[]> =>
  db.many(
    ImportRow,
    sql`
      select ${COLUMNS}, contact.name as starter
      from import
      left join contact on contact.community_id = import.community_id and contact.person_id = import.started_by
      where ${keptBy(actor)}
      order by import.started_at desc, import.import_id desc
      limit 20`,
  )

export interface NewImport {
  importId: string
  kind: ImportKind
  fileId: string
  fileName: string
  rows: SheetRow[]
  at: Date
}

/** The import with all its rows as read, in two statements. */
export async function insertImport(db: Db, actor: Actor, it: NewImport): Promise<void> {
  await db.run(sql`
    insert into import (community_id, import_id, kind, file_id, file_name, state, row_count, started_by, started_at)
    values (${actor.communityId}, ${it.importId}, ${it.kind}, ${it.fileId}, ${it.fileName}, 'staging', ${it.rows.length},
      ${actor.personId}, ${it.at})`)
  await db.run(sql`
    insert into import_row (community_id, import_id, row_no, cells, new_id)
    select ${actor.communityId}, ${it.importId}, row_no, cells::jsonb, new_id
    from unnest(${it.rows.map((row) => row.rowNo)}::integer[], ${it.rows.map((row) => JSON.stringify(row.cells))}::text[],
      ${it.rows.map(() => newId())}::uuid[]) as given (row_no, cells, new_id)`)
}

/** Ends an import: its rows, which hold names and telephones, go; its counts stay. */
export async function endImport(db: Db, actor: Actor, importId: string, state: ImportState, at: Date): Promise<void> {
  await db.run(sql`delete from import_problem where community_id = ${actor.communityId} and import_id = ${importId}`)
  await db.run(sql`delete from import_row where community_id = ${actor.communityId} and import_id = ${importId}`)
  await db.run(sql`
    update import
    set state = ${state}, ended_by = ${actor.personId}, ended_at = ${at}
    where community_id = ${actor.communityId} and import_id = ${importId}`)
}
