import sql, { empty, join, type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { REPAIR_CLOCK_IDS, REPAIR_STATE_IDS, type RepairFilter, type RepairState } from '../../types/vocabulary/repair'
import { REPAIR_CATEGORY_IDS, type RepairCategory } from '../../types/vocabulary/repair-category'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { servesHere } from '../shared/repair/staff-store'
import { repairWithin } from '../shared/repair/within-store'

const RepairRow = z.object({
  repair_id: z.string(),
  number: z.string(),
  reporter_id: z.string(),
  state: z.enum(REPAIR_STATE_IDS),
  category: z.enum(REPAIR_CATEGORY_IDS),
  urgent: z.boolean(),
  description: z.string(),
  place: z.string(),
  filed_at: z.date(),
  assignee_id: z.string().nullable(),
  assignee_name: z.string().nullable(),
  returned: z.boolean(),
  reopened: z.int(),
  confirmed_at: z.date().nullable(),
  due_clock: z.enum(REPAIR_CLOCK_IDS).nullable(),
  due_at: z.date().nullable(),
  stars: z.int().nullable(),
  rated_at: z.date().nullable(),
  reader_serves: z.boolean(),
  building: z.string(),
  stair: z.string(),
  room: z.string(),
})
export type RepairRow = z.output<typeof RepairRow>

const repairColumns = (reader: Actor): Sql => sql`
  repair.repair_id, repair.number, repair.reporter_id, repair.state, repair.category, repair.urgent, repair.description,
  repair.place, repair.filed_at, repair.assignee_id, assignee.name as assignee_name, repair.returned, repair.reopened,
  repair.confirmed_at, repair.due_clock, repair.due_at, rating.stars, rating.rated_at,
  ${servesHere(reader)} as reader_serves,
  house.building, house.stair, house.room`

const REPAIR_OF_HOUSE = sql`
  repair
  join house on house.community_id = repair.community_id and house.house_id = repair.house_id
  left join contact assignee on assignee.community_id = repair.community_id and assignee.person_id = repair.assignee_id
  left join rating on rating.community_id = repair.community_id and rating.repair_id = repair.repair_id`

/** The order if it is within reach, else NOT_FOUND. */
export async function getRepair(db: Db, actor: Actor, reach: Reach, repairId: string): Promise<RepairRow> {
  const row = await db.find(
    RepairRow,
    sql`
      select ${repairColumns(actor)}
      from ${REPAIR_OF_HOUSE}
      where ${repairWithin(actor, reach)} and repair.repair_id = ${repairId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

const OPEN = sql`repair.state in ('submitted', 'received', 'dispatched', 'taken', 'arrived', 'working', 'done')`

/** Whichever list asks, only what is within reach is in it. */
const FILTERS: Record<RepairFilter, (actor: Actor, now: Date) => Sql> = {
  open: () => sql`and ${OPEN}`,
  submitted: () => sql`and repair.state = 'submitted'`,
  unassigned: () => sql`and repair.state = 'received'`,
  overdue: (_actor, now) => sql`and repair.due_at < ${now}`,
  done: () => sql`and repair.state = 'done'`,
  tasks: (actor) =>
    sql`and repair.assignee_id = ${actor.personId} and repair.state in ('dispatched', 'taken', 'arrived', 'working')`,
  all: () => empty,
}

/** One page of orders within reach, newest first; `after` is the last row of the page before. */
export const listNewest = (
  db: Db,
  actor: Actor,
  reach: Reach,
  page: { filter: RepairFilter; now: Date; after: { at: Date; id: string } | undefined; size: number },
): Promise<RepairRow[]> =>
  db.many(
    RepairRow,
    sql`
      select ${repairColumns(actor)}
      from ${REPAIR_OF_HOUSE}
      where ${repairWithin(actor, reach)} ${FILTERS[page.filter](actor, page.now)}
        ${page.after ? sql`and (repair.filed_at, repair.repair_id) < (${page.after.at}, ${page.after.id}::uuid)` : empty}
      order by repair.filed_at desc, repair.repair_id desc
      limit ${page.size}`,
  )

/** Orders within reach by what is due first; those without a promise last. */
export const listPressing = (
  db: Db,
  actor: Actor,
  reach: Reach,
  page: { filter: RepairFilter; now: Date; size: number },
): Promise<RepairRow[]> =>
  db.many(
    RepairRow,
    sql`
      select ${repairColumns(actor)}
      from ${REPAIR_OF_HOUSE}
      where ${repairWithin(actor, reach)} ${FILTERS[page.filter](actor, page.now)}
      order by repair.due_at nulls last, repair.urgent desc, repair.filed_at, repair.repair_id
      limit ${page.size}`,
  )

/** How many orders within reach wait in each way. */
export const countWaiting = (db: Db, actor: Actor, reach: Reach, now: Date) =>
  db.one(
    z.object({
      submitted: z.int(),
      received: z.int(),
      returned: z.int(),
      overdue: z.int(),
      done: z.int(),
      open: z.int(),
    }),
    sql`
      select count(*) filter (where repair.state = 'submitted')::integer as submitted,
        count(*) filter (where repair.state = 'received')::integer as received,
        count(*) filter (where repair.state = 'received' and repair.returned)::integer as returned,
        count(*) filter (where repair.due_at < ${now})::integer as overdue,
        count(*) filter (where repair.state = 'done')::integer as done,
        count(*)::integer as open
      from repair
      where ${repairWithin(actor, reach)} and ${OPEN}`,
  )

/** Orders that this person filed on a business day (Asia/Shanghai). */
export async function countFiledOn(db: Db, actor: Actor, day: string): Promise<number> {
  const row = await db.one(
    z.object({ filed: z.int() }),
    sql`
      select count(*)::integer as filed
      from repair
      where community_id = ${actor.communityId} and reporter_id = ${actor.personId}
        and filed_at >= (${day}::date::timestamp at time zone 'Asia/Shanghai')
        and filed_at < ((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
  )
  return row.filed
}

export interface NewRepair {
  repairId: string
  number: string
  houseId: string
  category: RepairCategory
  urgent: boolean
  description: string
  place: string
  state: RepairState
  filedAt: Date
}

/** A new order: whose it is (`reporter_id`) and who typed it (`filed_by`) are two columns from the first day. */
export const insertRepair = (db: Db, actor: Actor, repair: NewRepair) =>
  db.run(sql`
    insert into repair (community_id, repair_id, number, house_id, reporter_id, filed_by, category, urgent, description, place,
      state, filed_at)
    values (${join([
      actor.communityId,
      repair.repairId,
      repair.number,
      repair.houseId,
      actor.personId,
      actor.personId,
      repair.category,
      repair.urgent,
      repair.description,
      repair.place,
      repair.state,
      repair.filedAt,
    ])})`)

/** What a move changes beside the state. */
export interface Change {
  assigneeId?: string | null
  returned?: boolean
  reopens?: boolean
  confirmedAt?: Date
}

/** Moves the order on if it is still where it was seen, with whom it was; otherwise somebody was faster: WRONG_STATE. */
export async function saveMove(
  db: Db,
  actor: Actor,
  seen: Pick<RepairRow, 'repair_id' | 'state' | 'assignee_id'>,
  to: RepairState,
  change: Change,
): Promise<void> {
  const assigneeId = change.assigneeId === undefined ? seen.assignee_id : change.assigneeId
  const changed = await db.run(sql`
    update repair
    set state = ${to}, assignee_id = ${assigneeId}, returned = coalesce(${change.returned ?? null}, returned),
      reopened = reopened + ${change.reopens ? 1 : 0}, confirmed_at = coalesce(${change.confirmedAt ?? null}, confirmed_at)
    where community_id = ${actor.communityId} and repair_id = ${seen.repair_id} and state = ${seen.state}
      and assignee_id is not distinct from ${seen.assignee_id}`)
  if (changed === 0) throw new AppError('WRONG_STATE')
}

/** Whether a colleague has an order that nobody had a moment ago. */
export async function isWithColleague(db: Db, actor: Actor, repairId: string): Promise<boolean> {
  const row = await db.find(
    z.object({ repair_id: z.string() }),
    sql`
      select repair_id
      from repair
      where community_id = ${actor.communityId} and repair_id = ${repairId} and assignee_id <> ${actor.personId}
        and state in ('taken', 'arrived', 'working', 'done')`,
  )
  return row !== undefined
}
