import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'

const DueRow = z.object({
  outbox_id: z.string(),
  topic: z.string(),
  about_id: z.string(),
  to_person_id: z.string().nullable(),
  to_role: z.string().nullable(),
  to_buildings: z.array(z.string()).nullable(),
})
export type DueRow = z.output<typeof DueRow>

/** What is due in a community, the oldest first. */
export async function listDueIds(db: Db, communityId: string, now: Date, most: number): Promise<string[]> {
  const rows = await db.many(
    z.object({ outbox_id: z.string() }),
    sql`
      select outbox_id
      from outbox
      where community_id = ${communityId} and done_at is null and due_at <= ${now}
      order by due_at, outbox_id
      limit ${most}`,
  )
  return rows.map((row) => row.outbox_id)
}

/** The row, if it is still due and no other turn of the clock holds it. */
export const lockDue = (db: Db, communityId: string, outboxId: string, now: Date): Promise<DueRow | undefined> =>
  db.find(
    DueRow,
    sql`
      select outbox_id, topic, about_id, to_person_id, to_role, to_buildings
      from outbox
      where community_id = ${communityId} and outbox_id = ${outboxId} and done_at is null and due_at <= ${now}
      for update skip locked`,
  )

/** Puts a row off after a failure: a minute, two, four … at most a day, with what went wrong beside it. */
export const postpone = (db: Db, it: { communityId: string; outboxId: string; reason: string; now: Date }) =>
  db.run(sql`
    update outbox
    set attempts = attempts + 1, last_error = ${it.reason.slice(0, 500)},
      due_at = ${it.now}::timestamptz + least(interval '1 minute' * power(2, least(attempts, 11)), interval '1 day')
    where community_id = ${it.communityId} and outbox_id = ${it.outboxId} and done_at is null`)

/** Puts a message into the inbox of each person who holds one of these roles now (in the named buildings, if any), in one statement however many they are. */
export const insertMessagesToRoles = (db: Db, communityId: string, due: DueRow, roles: string[], now: Date) =>
  db.run(sql`
    insert into message (community_id, message_id, person_id, topic, about_id, outbox_id, at)
    select ${communityId}::uuid, gen_random_uuid(), holder.person_id, ${due.topic}, ${due.about_id}::uuid, ${due.outbox_id}::uuid,
      ${now}::timestamptz
    from (
      select distinct person_id
      from seat
      where community_id = ${communityId} and role = any (${roles}::text[])
        and from_at <= ${now} and (until_at is null or ${now} < until_at)
        and (${due.to_buildings}::text[] is null or exists (
          select from binding
          join house on house.community_id = binding.community_id and house.house_id = binding.house_id
          where binding.community_id = seat.community_id and binding.seat_id = seat.seat_id
            and binding.from_at <= ${now} and (binding.until_at is null or ${now} < binding.until_at)
            and house.building = any (${due.to_buildings}::text[])))
    ) holder
    on conflict (community_id, outbox_id, person_id) do nothing`)

/** Puts one message into one inbox; a second delivery of the same outbox row adds nothing. */
export const insertMessage = (db: Db, communityId: string, due: DueRow, personId: string, now: Date) =>
  db.run(sql`
    insert into message (community_id, message_id, person_id, topic, about_id, outbox_id, at)
    values (${communityId}, ${newId()}, ${personId}, ${due.topic}, ${due.about_id}, ${due.outbox_id}, ${now})
    on conflict (community_id, outbox_id, person_id) do nothing`)

export const markDone = (db: Db, communityId: string, outboxId: string, now: Date) =>
  db.run(sql`
    update outbox
    set done_at = ${now}, attempts = attempts + 1
    where community_id = ${communityId} and outbox_id = ${outboxId}`)
