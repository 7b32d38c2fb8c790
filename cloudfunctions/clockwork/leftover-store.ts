import sql, { join, raw, type Sql } from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../shared/db/db'

/**
 * Every column by which a record holds a file; a test compares it with the schema. A new one that were missing here would
 * lose its files after a day.
 */
export const HELD_BY: readonly { table: string; column: string }[] = [
  { table: 'fee_board', column: 'basis_file_id' },
  { table: 'import', column: 'file_id' },
  { table: 'journal_voucher', column: 'file_id' },
  { table: 'journal_voucher', column: 'redacted_file_id' },
  { table: 'late_voucher', column: 'file_id' },
  { table: 'late_voucher', column: 'redacted_file_id' },
  { table: 'repair_photo', column: 'file_id' },
]

/** Documents that may name files inside: whatever text of them holds the id of a file, holds the file. */
export const HELD_IN: readonly { table: string; column: string }[] = [{ table: 'statement', column: 'content' }]

/** Whether any record holds the row `file` of the query around it. */
const isHeld: Sql = join(
  [
    ...HELD_BY.map(
      ({ table, column }) => sql`exists (select from ${raw(table)} held
        where held.community_id = file.community_id and held.${raw(column)} = file.file_id)`,
    ),
    ...HELD_IN.map(
      ({ table, column }) => sql`exists (select from ${raw(table)} held
        where held.community_id = file.community_id and strpos(held.${raw(column)}::text, file.file_id::text) > 0)`,
    ),
  ],
  ' or ',
)

/** Until when something is old enough to be looked at. */
export interface Ages {
  importsBefore: Date
  filesBefore: Date
  leavingBefore: Date
}

export async function listCommunitiesWithLeftovers(db: Db, ages: Ages): Promise<string[]> {
  const rows = await db.many(
    z.object({ community_id: z.string() }),
    sql`
      select due as community_id
      from communities_with_leftovers(${ages.importsBefore}, ${ages.filesBefore}, ${ages.leavingBefore}) as due
      order by due
      limit 10000`,
  )
  return rows.map((row) => row.community_id)
}

/** Drops imports that nobody went on with, and all that was staged for them; gives how many. */
export async function dropAbandonedImports(db: Db, communityId: string, before: Date, now: Date): Promise<number> {
  const dropped = await db.many(
    z.object({ import_id: z.string() }),
    sql`
      update import
      set state = 'dropped', ended_at = ${now}
      where (community_id, import_id) in (
        select community_id, import_id
        from import
        where community_id = ${communityId} and state in ('staging', 'checked') and started_at < ${before}
        order by started_at
        limit 20
        for update skip locked)
      returning import_id`,
  )
  const importIds = dropped.map((row) => row.import_id)
  await db.run(sql`
    delete from import_problem where community_id = ${communityId} and import_id = any (${importIds}::uuid[])`)
  await db.run(
    sql`delete from import_row where community_id = ${communityId} and import_id = any (${importIds}::uuid[])`,
  )
  return importIds.length
}

/** Decides on files whose day is over: what a record holds stays for good, the rest is on its way out. */
export async function markOrphans(db: Db, communityId: string, before: Date, now: Date): Promise<void> {
  const due = sql`
    file.community_id = ${communityId} and file.kept_at is null and file.state in ('ticketed', 'checked') and file.made_at < ${before}`
  await db.run(sql`update file set kept_at = ${now} where ${due} and (${isHeld})`)
  await db.run(sql`update file set state = 'leaving', leaving_at = ${now} where ${due}`)
}

/** The files that may go now. One that a record took hold of after it was marked is back in its place. */
export async function listLeaving(db: Db, communityId: string, before: Date, now: Date, most: number) {
  const due = sql`file.community_id = ${communityId} and file.state = 'leaving' and file.kept_at is null and file.leaving_at < ${before}`
  await db.run(
    sql`update file set state = 'checked', kept_at = ${now} where ${due} and sha256 is not null and (${isHeld})`,
  )
  return db.many(
    z.object({ file_id: z.string(), cloud_file_id: z.string() }),
    sql`select file_id, cloud_file_id from file where ${due} order by leaving_at, file_id limit ${most}`,
  )
}

export const markRemoved = (db: Db, communityId: string, fileIds: readonly string[]) =>
  db.run(sql`
    update file
    set state = 'removed'
    where community_id = ${communityId} and state = 'leaving' and file_id = any (${[...fileIds]}::uuid[])`)
