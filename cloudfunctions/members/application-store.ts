import sql, { empty } from 'sql-template-tag'
import * as z from 'zod'
import { APPLICATION_STATE_IDS } from '../../types/vocabulary/binding'
import { HOUSE_ROLES } from '../../types/vocabulary/roles'
import { AppError } from '../shared/call/app-error'
import type { Caller } from '../shared/call/who'
import type { PageEnd } from '../shared/db/cursor'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

const ApplicationRow = z.object({
  application_id: z.string(),
  person_id: z.string(),
  building: z.string(),
  stair: z.string(),
  room: z.string(),
  house_key: z.string(),
  role: z.enum(HOUSE_ROLES),
  name: z.string(),
  phone: z.string(),
  at: z.date(),
  state: z.enum(APPLICATION_STATE_IDS),
  reason: z.string().nullable(),
  house_id: z.string().nullable(),
})
export type ApplicationRow = z.output<typeof ApplicationRow>

const COLUMNS = sql`
  application.application_id, application.person_id, application.building, application.stair, application.room,
  application.house_key, application.role, application.name, application.phone, application.at, application.state,
  application.reason, house.house_id`

/** The house that the typed address means; where two are written alike but for zeros, the one written the same way. */
const WITH_HOUSE = sql`
  application left join lateral (
    select h.house_id
    from house h
    where h.community_id = application.community_id and house_key(h.building, h.stair, h.room) = application.house_key
    order by (h.building, h.stair, h.room) = (application.building, application.stair, application.room) desc, h.house_id
    limit 1
  ) house on true`

export const listApplications = (
  db: Db,
  actor: Actor,
  page: { filter: 'waiting' | 'decided'; after: PageEnd | undefined; size: number },
): Promise<ApplicationRow[]> =>
  db.many(
    ApplicationRow,
    sql`
      select ${COLUMNS}
      from ${WITH_HOUSE}
      where application.community_id = ${actor.communityId}
        and ${page.filter === 'waiting' ? sql`application.state = 'waiting'` : sql`application.state <> 'waiting' and application.name <> ''`}
        ${page.after ? sql`and (application.at, application.application_id) < (${page.after.at}, ${page.after.id}::uuid)` : empty}
      order by application.at desc, application.application_id desc
      limit ${page.size}`,
  )

export async function countWaitingApplications(db: Db, actor: Actor): Promise<number> {
  const row = await db.one(
    z.object({ waiting: z.int() }),
    sql`select count(*)::integer as waiting from application where community_id = ${actor.communityId} and state = 'waiting'`,
  )
  return row.waiting
}

export async function getApplication(db: Db, actor: Actor, applicationId: string): Promise<ApplicationRow> {
  const row = await db.find(
    ApplicationRow,
    sql`
      select ${COLUMNS}
      from ${WITH_HOUSE}
      where application.community_id = ${actor.communityId} and application.application_id = ${applicationId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** Decides a waiting application; otherwise somebody was faster: WRONG_STATE. */
export async function saveDecision(
  db: Db,
  actor: Actor,
  decision: { applicationId: string; state: 'approved' | 'refused'; reason?: string },
  now: Date,
): Promise<void> {
  const changed = await db.run(sql`
    update application
    set state = ${decision.state}, reason = ${decision.reason ?? null}, decided_by = ${actor.personId}, decided_at = ${now}
    where community_id = ${actor.communityId} and application_id = ${decision.applicationId} and state = 'waiting'`)
  if (changed === 0) throw new AppError('WRONG_STATE')
}

/** The owners that the register names today for these houses. */
export const listRegisteredOwners = (db: Db, actor: Actor, houseIds: string[], day: string) =>
  db.many(
    z.object({ house_id: z.string(), name: z.string(), phone: z.string().nullable() }),
    sql`
      select ownership.house_id, owner.name, owner.phone
      from ownership
      join owner on owner.community_id = ownership.community_id and owner.owner_id = ownership.owner_id
      where ownership.community_id = ${actor.communityId} and ownership.house_id = any (${houseIds}::uuid[])
        and ownership.from_on <= ${day} and (ownership.until_on is null or ${day} < ownership.until_on)
      order by ownership.house_id, owner.name collate "zh-x-icu", owner.owner_id
      limit 200`,
  )

/** Who is bound to these houses now. */
export const listBoundTo = (db: Db, actor: Actor, houseIds: string[], now: Date) =>
  db.many(
    z.object({ house_id: z.string(), role: z.enum(HOUSE_ROLES), name: z.string() }),
    sql`
      select binding.house_id, seat.role, coalesce(contact.name, '') as name
      from binding
      join seat on seat.community_id = binding.community_id and seat.seat_id = binding.seat_id
      left join contact on contact.community_id = seat.community_id and contact.person_id = seat.person_id
      where binding.community_id = ${actor.communityId} and binding.house_id = any (${houseIds}::uuid[])
        and binding.from_at <= ${now} and (binding.until_at is null or ${now} < binding.until_at)
      order by binding.house_id, binding.from_at, binding.binding_id
      limit 400`,
  )

/** One's own applications in whatever community; nobody's for whoever is not signed in. */
export async function listOwnApplications(db: Db, caller: Caller) {
  if (caller.kind !== 'person') return []
  return db.many(
    z.object({
      application_id: z.string(),
      community_name: z.string(),
      building: z.string(),
      stair: z.string(),
      room: z.string(),
      role: z.enum(HOUSE_ROLES),
      state: z.enum(APPLICATION_STATE_IDS),
      reason: z.string().nullable(),
      at: z.date(),
    }),
    sql`
      select application_id, community_name, building, stair, room, role, state, reason, at
      from applications_of(${caller.provider}, ${caller.app}, ${caller.subject})`,
  )
}
