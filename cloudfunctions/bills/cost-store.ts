import sql from 'sql-template-tag'
import * as z from 'zod'
import { AppError } from '../shared/call/app-error'
import { refuseOn } from '../shared/db/constraint'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'

const CostRow = z.object({
  cost_id: z.string(),
  item_code: z.string(),
  item_name: z.string(),
  from_on: z.string(),
  amount_fen: z.int(),
  building: z.string().nullable(),
  stair: z.string().nullable(),
  words: z.string(),
  entered_by_name: z.string().nullable(),
  is_billed: z.boolean(),
})

const COLUMNS = sql`
  cost.cost_id, cost.item_code, cost.from_on, cost.amount_fen, cost.building, cost.stair, cost.words,
  coalesce((
    select it.name from fee_item_in_force it
    where it.community_id = cost.community_id and it.code = cost.item_code
    order by it.from_on desc limit 1), cost.item_code) as item_name,
  (select name from contact where contact.community_id = cost.community_id and contact.person_id = cost.entered_by) as entered_by_name,
  exists (
    select from bill_line line where line.community_id = cost.community_id and line.cost_id = cost.cost_id) as is_billed`

/** Costs of the months since a day, the newest month first. */
export const listCosts = (db: Db, actor: Actor, since: string) =>
  db.many(
    CostRow,
    sql`
      select ${COLUMNS}
      from shared_cost cost
      where cost.community_id = ${actor.communityId} and cost.from_on >= ${since}
      order by cost.from_on desc, cost.item_code, cost.building nulls first, cost.stair nulls first, cost.cost_id
      limit 500`,
  )

export interface NewCost {
  itemCode: string
  from: string
  to: string
  amountFen: number
  building: string | undefined
  stair: string | undefined
  words: string
}

/** The same item, month and scope is entered once. */
export async function insertCost(db: Db, actor: Actor, it: NewCost): Promise<string> {
  const costId = newId()
  const adding = db.run(sql`
    insert into shared_cost (community_id, cost_id, item_code, from_on, to_on, amount_fen, building, stair, words, entered_by)
    values (${actor.communityId}, ${costId}, ${it.itemCode}, ${it.from}, ${it.to}, ${it.amountFen}, ${it.building ?? null},
      ${it.stair ?? null}, ${it.words}, ${actor.personId})`)
  await refuseOn({ shared_cost_once: 'COST_ALREADY_THERE' }, adding)
  return costId
}

/** How many houses a scope has; a cost of none would be charged to nobody. */
export async function countHousesIn(
  db: Db,
  actor: Actor,
  scope: { building: string | undefined; stair: string | undefined },
): Promise<number> {
  const row = await db.one(
    z.object({ houses: z.int() }),
    sql`
      select count(*)::integer as houses
      from house
      where community_id = ${actor.communityId} and (${scope.building ?? null}::text is null or building = ${scope.building ?? null})
        and (${scope.stair ?? null}::text is null or stair = ${scope.stair ?? null})`,
  )
  return row.houses
}

/** Takes a cost out; NOT_FOUND, or COST_BILLED when it stands on a bill, voided or not. */
export async function dropCost(db: Db, actor: Actor, costId: string): Promise<void> {
  const row = await db.find(
    z.object({ is_billed: z.boolean() }),
    sql`
      select exists (
        select from bill_line line where line.community_id = cost.community_id and line.cost_id = cost.cost_id) as is_billed
      from shared_cost cost
      where cost.community_id = ${actor.communityId} and cost.cost_id = ${costId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  if (row.is_billed) throw new AppError('COST_BILLED')
  await db.run(sql`delete from shared_cost where community_id = ${actor.communityId} and cost_id = ${costId}`)
}
