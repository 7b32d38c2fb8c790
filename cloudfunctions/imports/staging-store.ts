import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { RowReading } from './rules/read-row'

const Cells = z.object({ row_no: z.int(), cells: z.array(z.string()) })

/** The next rows that nobody has tried to understand yet, in the order of the spreadsheet. */
export const listUnread = (db: Db, actor: Actor, importId: string, { from, size }: { from: number; size: number }) =>
  db.many(
    Cells,
    sql`
      select row_no, cells
      from import_row
      where community_id = ${actor.communityId} and import_id = ${importId}
      order by row_no
      limit ${size} offset ${from}`,
  )

/** What the rows mean and what is wrong with them, in three statements for any number of rows. */
export async function saveReadings(
  db: Db,
  actor: Actor,
  importId: string,
  readings: (RowReading & { rowNo: number })[],
): Promise<void> {
  await db.run(sql`
    update import_row
    set facts = given.facts::jsonb, key = given.key
    from unnest(${readings.map((row) => row.rowNo)}::integer[],
      ${readings.map((row) => (row.facts ? JSON.stringify(row.facts) : null))}::text[],
      ${readings.map((row) => row.key ?? null)}::text[]) as given (row_no, facts, key)
    where import_row.community_id = ${actor.communityId} and import_row.import_id = ${importId}
      and import_row.row_no = given.row_no`)
  const problems = readings.flatMap(({ rowNo, problems: found }) => found.map((problem) => ({ rowNo, ...problem })))
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, row_no, place, column_name, wrong, mend
    from unnest(${problems.map((problem) => problem.rowNo)}::integer[], ${problems.map((problem) => problem.place)}::integer[],
      ${problems.map((problem) => problem.column)}::text[], ${problems.map((problem) => problem.wrong)}::text[],
      ${problems.map((problem) => problem.mend)}::text[]) as given (row_no, place, column_name, wrong, mend)`)
  await db.run(sql`
    update import
    set staged_count = staged_count + ${readings.length}
    where community_id = ${actor.communityId} and import_id = ${importId}`)
}

/** Keeps the counts of a finished comparison. */
export const saveCounts = (db: Db, actor: Actor, importId: string) =>
  db.run(sql`
    update import
    set state = 'checked',
      new_count = counted.added, changed_count = counted.changed, same_count = counted.same, wrong_count = counted.wrong
    from (
      select count(*) filter (where change = 'new')::integer as added,
        count(*) filter (where change = 'changed')::integer as changed,
        count(*) filter (where change = 'same')::integer as same,
        count(*) filter (where change is null)::integer as wrong
      from import_row
      where community_id = ${actor.communityId} and import_id = ${importId}
    ) counted
    where import.community_id = ${actor.communityId} and import.import_id = ${importId}`)

const Problem = z.object({
  row_no: z.int(),
  place: z.int(),
  column_name: z.string(),
  wrong: z.string(),
  mend: z.string(),
})

/** What is wrong, row by row; `after` is the place of the last one seen. */
export const listProblems = (
  db: Db,
  actor: Actor,
  importId: string,
  page: { after: { rowNo: number; place: number }; size: number },
) =>
  db.many(
    Problem,
    sql`
      select row_no, place, column_name, wrong, mend
      from import_problem
      where community_id = ${actor.communityId} and import_id = ${importId}
        and (row_no, place) > (${page.after.rowNo}::integer, ${page.after.place}::integer)
      order by row_no, place
      limit ${page.size}`,
  )

const fact = z.record(z.string(), z.union([z.string(), z.number()]))
const Compared = z.object({ row_no: z.int(), facts: fact, before: fact.nullable() })

/** Rows that are new or that change something, in the order of the spreadsheet. */
export const listCompared = (
  db: Db,
  actor: Actor,
  importId: string,
  page: { change: 'new' | 'changed'; afterRow: number; size: number },
) =>
  db.many(
    Compared,
    sql`
      select row_no, facts, before
      from import_row
      where community_id = ${actor.communityId} and import_id = ${importId} and change = ${page.change} and row_no > ${page.afterRow}
      order by row_no
      limit ${page.size}`,
  )

/** The staged rows that were understood. */
export const stagedRows = (actor: Actor, importId: string): Sql => sql`
  select row_no, facts, key, new_id, target_id, before, change
  from import_row
  where community_id = ${actor.communityId} and import_id = ${importId} and facts is not null`
