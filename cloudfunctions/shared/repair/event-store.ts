import sql from 'sql-template-tag'
import * as z from 'zod'
import { REPAIR_ACT_IDS, type RepairAct, type RepairState } from '../../../types/vocabulary/repair'
import type { Role } from '../../../types/vocabulary/roles'
import type { Db } from '../db/db'
import { newId } from '../db/ids'

export interface NewEvent {
  repairId: string
  act: RepairAct
  toState: RepairState
  at: Date
  /** Who did it; the clock, where nobody did. */
  by: { personId: string; role: Role } | 'the clock'
  toPersonId?: string | undefined
  /** A word of the vocabulary: which clock was missed, why it was closed. */
  detail?: string | undefined
  note?: string | undefined
  /** Files that were checked and belong to whoever acts. */
  photoIds?: readonly string[]
}

/** Adds to the order's history, which is append-only; typed words go beside it, where they can be erased. */
export async function addEvent(db: Db, communityId: string, event: NewEvent): Promise<string> {
  const eventId = newId()
  const doer = event.by === 'the clock' ? undefined : event.by
  await db.run(sql`
    insert into repair_event (community_id, event_id, repair_id, act, to_state, person_id, role, at, to_person_id, detail)
    values (${communityId}, ${eventId}, ${event.repairId}, ${event.act}, ${event.toState}, ${doer?.personId ?? null},
      ${doer?.role ?? null}, ${event.at}, ${event.toPersonId ?? null}, ${event.detail ?? null})`)
  if (event.note)
    await db.run(sql`
      insert into repair_note (community_id, event_id, text)
      values (${communityId}, ${eventId}, ${event.note})`)
  for (const [place, fileId] of (event.photoIds ?? []).entries())
    await db.run(sql`
      insert into repair_photo (community_id, file_id, repair_id, event_id, place)
      values (${communityId}, ${fileId}, ${event.repairId}, ${eventId}, ${place})`)
  return eventId
}

const HappeningRow = z.object({
  repair_id: z.string(),
  act: z.enum(REPAIR_ACT_IDS),
  at: z.date(),
  detail: z.string().nullable(),
})
export type HappeningRow = z.output<typeof HappeningRow>

/** What happened to these orders, the oldest first, as clocks look at it. */
export const listHappenings = (db: Db, communityId: string, repairIds: string[]): Promise<HappeningRow[]> =>
  db.many(
    HappeningRow,
    sql`
      select repair_id, act, at, detail
      from repair_event
      where community_id = ${communityId} and repair_id = any (${repairIds}::uuid[])
      order by repair_id, at, event_id
      limit 20000`,
  )
