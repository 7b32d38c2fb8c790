import sql from 'sql-template-tag'
import * as z from 'zod'
import { BODY_KIND_IDS, type BodyKind } from '../../types/vocabulary/binding'
import { ROLE_IDS, type Role } from '../../types/vocabulary/roles'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'

const OfficeRow = z.object({
  seat_id: z.string(),
  person_id: z.string(),
  role: z.enum(ROLE_IDS),
  name: z.string(),
  office_name: z.string().nullable(),
  document_words: z.string().nullable(),
  from_at: z.date(),
})

/** Live seats in these offices, in the order of the roles given. */
export const listOffices = (db: Db, actor: Actor, roles: readonly Role[], now: Date) =>
  db.many(
    OfficeRow,
    sql`
      select seat.seat_id, seat.person_id, seat.role, coalesce(contact.name, '') as name, seat.office_name, seat.document_words, seat.from_at
      from seat
      left join contact on contact.community_id = seat.community_id and contact.person_id = seat.person_id
      where seat.community_id = ${actor.communityId} and seat.role = any (${[...roles]}::text[])
        and seat.from_at <= ${now} and (seat.until_at is null or ${now} < seat.until_at)
      order by array_position(${[...roles]}::text[], seat.role), seat.from_at, seat.seat_id
      limit 200`,
  )

/** A live seat of this community, held until its end is written; else NOT_FOUND. */
export async function lockLiveSeat(db: Db, actor: Actor, seatId: string, now: Date) {
  const row = await db.find(
    z.object({ seat_id: z.string(), person_id: z.string(), role: z.enum(ROLE_IDS) }),
    sql`
      select seat_id, person_id, role
      from seat
      where community_id = ${actor.communityId} and seat_id = ${seatId} and (until_at is null or ${now} < until_at)
      for update`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export const saveSeatEnd = (db: Db, actor: Actor, it: { seatId: string; reason: string }, now: Date) =>
  db.run(sql`
    update seat
    set until_at = ${now}, end_reason = ${it.reason}, ended_by = ${actor.personId}
    where community_id = ${actor.communityId} and seat_id = ${it.seatId}`)

export interface NewBody {
  kind: BodyKind
  name: string
  documentWords: string
  from: string
  until: string | undefined
}

/** Records the body and shows its name on the community's page. */
export async function insertBody(db: Db, actor: Actor, body: NewBody, now: Date): Promise<string> {
  const bodyId = newId()
  await db.run(sql`
    insert into owners_body (community_id, body_id, kind, name, document_words, from_on, until_on, recorded_by, recorded_at)
    values (${actor.communityId}, ${bodyId}, ${body.kind}, ${body.name}, ${body.documentWords}, ${body.from}, ${body.until ?? null},
      ${actor.personId}, ${now})`)
  await db.run(sql`update community set body_name = ${body.name} where community_id = ${actor.communityId}`)
  return bodyId
}

/** The body that was recorded last. */
export const findBody = (db: Db, actor: Actor) =>
  db.find(
    z.object({
      kind: z.enum(BODY_KIND_IDS),
      name: z.string(),
      document_words: z.string(),
      from_on: z.string(),
      until_on: z.string().nullable(),
    }),
    sql`
      select kind, name, document_words, from_on, until_on
      from owners_body
      where community_id = ${actor.communityId}
      order by recorded_at desc, body_id desc
      limit 1`,
  )
