import sql, { empty, join, type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { REPAIR_ACT_IDS, REPAIR_STATE_IDS, type RepairFilter, type RepairState } from '../../types/vocabulary/repair'
import { ROLE_IDS, type Role } from '../../types/vocabulary/roles'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { within } from '../shared/policy/reach'

const RepairRow = z.object({
  repair_id: z.string(),
  number: z.string(),
  reporter_id: z.string(),
  state: z.enum(REPAIR_STATE_IDS),
  description: z.string(),
  place: z.string(),
  filed_at: z.date(),
  building: z.string(),
  stair: z.string(),
  room: z.string(),
})
export type RepairRow = z.output<typeof RepairRow>

const repairWithin = (actor: Actor, reach: Reach): Sql =>
  within(actor, reach, {
    communityId: sql`repair.community_id`,
    houseId: sql`repair.house_id`,
    at: sql`repair.filed_at`,
  })

const REPAIR_COLUMNS = sql`
  repair.repair_id, repair.number, repair.reporter_id, repair.state, repair.description, repair.place, repair.filed_at,
  house.building, house.stair, house.room`

const REPAIR_OF_HOUSE = sql`
  repair join house on house.community_id = repair.community_id and house.house_id = repair.house_id`

/** The order if it is within reach, else NOT_FOUND. */
export async function getRepair(db: Db, actor: Actor, reach: Reach, repairId: string): Promise<RepairRow> {
  const row = await db.find(
    RepairRow,
    sql`
      select ${REPAIR_COLUMNS}
      from ${REPAIR_OF_HOUSE}
      where ${repairWithin(actor, reach)} and repair.repair_id = ${repairId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

const STATES_OF_FILTER: Record<RepairFilter, Sql> = {
  open: sql`and repair.state in ('submitted', 'received')`,
  submitted: sql`and repair.state = 'submitted'`,
  all: empty,
}

/** One page of orders within reach, newest first; `after` is the last row of the page before. */
export const listRepairs = (
  db: Db,
  actor: Actor,
  reach: Reach,
  page: { filter: RepairFilter; after: { at: Date; id: string } | undefined; size: number },
): Promise<RepairRow[]> =>
  db.many(
    RepairRow,
    sql`
      select ${REPAIR_COLUMNS}
      from ${REPAIR_OF_HOUSE}
      where ${repairWithin(actor, reach)} ${STATES_OF_FILTER[page.filter]}
        ${page.after ? sql`and (repair.filed_at, repair.repair_id) < (${page.after.at}, ${page.after.id}::uuid)` : empty}
      order by repair.filed_at desc, repair.repair_id desc
      limit ${page.size}`,
  )

/** How many orders within reach wait in each open state. */
export const countWaiting = (db: Db, actor: Actor, reach: Reach) =>
  db.one(
    z.object({ submitted: z.int(), received: z.int() }),
    sql`
      select count(*) filter (where repair.state = 'submitted')::integer as submitted,
        count(*) filter (where repair.state = 'received')::integer as received
      from repair
      where ${repairWithin(actor, reach)} and repair.state in ('submitted', 'received')`,
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
  description: string
  place: string
  state: RepairState
  filedAt: Date
}

/** A new order: whose it is (`reporter_id`) and who typed it (`filed_by`) are two columns from the first day. */
export const insertRepair = (db: Db, actor: Actor, repair: NewRepair) =>
  db.run(sql`
    insert into repair (community_id, repair_id, number, house_id, reporter_id, filed_by, description, place, state, filed_at)
    values (${join([
      actor.communityId,
      repair.repairId,
      repair.number,
      repair.houseId,
      actor.personId,
      actor.personId,
      repair.description,
      repair.place,
      repair.state,
      repair.filedAt,
    ])})`)

/** Moves the order on if it is still where it was seen; otherwise somebody was faster: WRONG_STATE. */
export async function saveState(
  db: Db,
  actor: Actor,
  repairId: string,
  from: RepairState,
  to: RepairState,
): Promise<void> {
  const changed = await db.run(sql`
    update repair
    set state = ${to}
    where community_id = ${actor.communityId} and repair_id = ${repairId} and state = ${from}`)
  if (changed === 0) throw new AppError('WRONG_STATE')
}

export interface NewEvent {
  repairId: string
  act: (typeof REPAIR_ACT_IDS)[number]
  toState: RepairState
  at: Date
  note?: string | undefined
}

/** Adds to the order's history, which is append-only; typed words go beside it, where they can be erased. */
export async function addEvent(db: Db, actor: Actor, event: NewEvent): Promise<void> {
  const eventId = newId()
  await db.run(sql`
    insert into repair_event (community_id, event_id, repair_id, act, to_state, person_id, role, at)
    values (${actor.communityId}, ${eventId}, ${event.repairId}, ${event.act}, ${event.toState},
      ${actor.personId}, ${actor.role}, ${event.at})`)
  if (!event.note) return
  await db.run(sql`
    insert into repair_note (community_id, event_id, text)
    values (${actor.communityId}, ${eventId}, ${event.note})`)
}

const EventRow = z.object({
  act: z.enum(REPAIR_ACT_IDS),
  at: z.date(),
  role: z.enum(ROLE_IDS),
  person_id: z.string(),
  name: z.string().nullable(),
  note: z.string().nullable(),
})
export type EventRow = { role: Role } & z.output<typeof EventRow>

/** The order's history, newest first. The order itself must have been found within reach before. */
export const listEvents = (db: Db, actor: Actor, repairId: string): Promise<EventRow[]> =>
  db.many(
    EventRow,
    sql`
      select event.act, event.at, event.role, event.person_id, contact.name, note.text as note
      from repair_event event
      left join contact on contact.community_id = event.community_id and contact.person_id = event.person_id
      left join repair_note note on note.community_id = event.community_id and note.event_id = event.event_id
      where event.community_id = ${actor.communityId} and event.repair_id = ${repairId}
      order by event.event_id desc
      limit 200`,
  )
