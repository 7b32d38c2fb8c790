import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import type { ImportKind } from '../../types/vocabulary/register'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import { BETWEEN_ROWS } from './register-store'
import { REGISTER_STORES } from './register-stores'
import { stagedRows } from './staging-store'

interface Compare {
  importId: string
  kind: ImportKind
  today: string
}

/** Compares all staged rows with each other and with the register as it stands now: found problems, new, changed, same. */
export async function compareRows(db: Db, actor: Actor, { importId, kind, today }: Compare): Promise<void> {
  await joinByHash(db)
  await db.run(sql`
    delete from import_problem
    where community_id = ${actor.communityId} and import_id = ${importId} and place >= ${BETWEEN_ROWS}`)
  await noteDuplicates(db, actor, importId)
  await REGISTER_STORES[kind].lookAtWhole?.(db, actor, importId, today)
  await db.run(sql`
    update import_row
    set target_id = compared.target_id, before = compared.before, change = compared.change
    from (${comparison(actor, importId, kind)}) compared
    where import_row.community_id = ${actor.communityId} and import_row.import_id = ${importId}
      and import_row.row_no = compared.row_no`)
  await db.run(sql`
    update import_row
    set change = null
    where community_id = ${actor.communityId} and import_id = ${importId}
      and exists (select from import_problem problem
        where problem.community_id = import_row.community_id and problem.import_id = import_row.import_id
          and problem.row_no = import_row.row_no)`)
}

/**
 * The staged rows are so new that the planner knows no statistics of them and takes ten thousand for one; its nested loops
 * would then run a hundred million times. For this transaction alone it joins by hash.
 */
export const joinByHash = (db: Db) => db.many(z.object({}), sql`select set_config('enable_nestloop', 'off', true)`)

/** How many rows would now come out otherwise than they were shown: somebody changed the register in between. */
export async function countShifted(db: Db, actor: Actor, importId: string, kind: ImportKind): Promise<number> {
  const row = await db.one(
    z.object({ shifted: z.int() }),
    sql`
      select count(*)::integer as shifted
      from (${comparison(actor, importId, kind)}) compared
      join import_row shown on shown.community_id = ${actor.communityId} and shown.import_id = ${importId}
        and shown.row_no = compared.row_no
      where (shown.change, shown.before) is distinct from (compared.change, compared.before)
        or shown.target_id is distinct from compared.target_id`,
  )
  return row.shifted
}

const comparison = (actor: Actor, importId: string, kind: ImportKind): Sql => sql`
  select staged.row_no, current.target_id, current.before,
    case
      when current.before is null then 'new'
      when current.before @> (staged.facts - ${REGISTER_STORES[kind].since ?? []}::text[]) and not current.before ? 'leaving' then 'same'
      else 'changed'
    end as change
  from (${stagedRows(actor, importId)}) staged
  join (${REGISTER_STORES[kind].current(actor, importId)}) current on current.row_no = staged.row_no`

const noteDuplicates = (db: Db, actor: Actor, importId: string) =>
  db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, row_no, ${BETWEEN_ROWS}, '整行',
      '和第 ' || first_row || ' 行重复', '两行只留一行；若不是同一个，请改正其中一行'
    from (
      select row_no, first_value(row_no) over (partition by key order by row_no) as first_row
      from (${stagedRows(actor, importId)}) staged
    ) numbered
    where row_no <> first_row`)
