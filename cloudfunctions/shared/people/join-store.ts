import sql from 'sql-template-tag'
import * as z from 'zod'
import type { MessageTopic } from '../../../types/vocabulary/message'
import type { Db } from '../db/db'
import { newId } from '../db/ids'

export type TryKind = 'application' | 'code' | 'phone'

/** Tries of one person wait for each other, and so do those for one house: the counts below are then exact. */
export async function lockTries(db: Db, communityId: string, personId: string, key: string | undefined): Promise<void> {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`tries ${communityId} ${personId}`}, 0))`)
  if (key === undefined) return
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`tries ${communityId} house ${key}`}, 0))`)
}

/** Tries of this kind on a business day (Asia/Shanghai): by this person, and for this house by anyone. */
export const countTries = (
  db: Db,
  tried: { communityId: string; personId: string; kind: TryKind; houseKey?: string },
  day: string,
) =>
  db.one(
    z.object({ by_person: z.int(), for_house: z.int() }),
    sql`
      select count(*) filter (where person_id = ${tried.personId})::integer as by_person,
        count(*) filter (where house_key = ${tried.houseKey ?? null})::integer as for_house
      from join_try
      where community_id = ${tried.communityId} and kind = ${tried.kind}
        and (person_id = ${tried.personId} or house_key = ${tried.houseKey ?? null})
        and at >= (${day}::date::timestamp at time zone 'Asia/Shanghai')
        and at < ((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
  )

export async function addTry(
  db: Db,
  tried: { communityId: string; personId: string; kind: TryKind; houseKey?: string },
  now: Date,
): Promise<string> {
  const tryId = newId()
  await db.run(sql`
    insert into join_try (community_id, try_id, person_id, kind, house_key, at)
    values (${tried.communityId}, ${tryId}, ${tried.personId}, ${tried.kind}, ${tried.houseKey ?? null}, ${now})`)
  return tryId
}

/** Whether a try has been answered to the end. */
export async function isSettled(db: Db, communityId: string, tryId: string): Promise<boolean> {
  const row = await db.find(
    z.object({ settled_at: z.date().nullable() }),
    sql`select settled_at from join_try where community_id = ${communityId} and try_id = ${tryId}`,
  )
  return row !== undefined && row.settled_at !== null
}

/** Settles a try; false when another copy of the same request did. */
export const settle = async (db: Db, communityId: string, tryId: string, now: Date): Promise<boolean> =>
  (await db.run(sql`
    update join_try
    set settled_at = ${now}
    where community_id = ${communityId} and try_id = ${tryId} and settled_at is null`)) === 1

/** Tells whoever is bound to the house as owner; one statement, whether there are any, one or none. */
export const tellOwnersOf = (
  db: Db,
  it: { communityId: string; houseKey: string; topic: MessageTopic; aboutId: string; butNot: string },
  now: Date,
) =>
  db.run(sql`
    insert into outbox (community_id, outbox_id, topic, to_person_id, about_id, due_at)
    select ${it.communityId}::uuid, gen_random_uuid(), ${it.topic}, owner.person_id, ${it.aboutId}::uuid, ${now}::timestamptz
    from (
      select distinct seat.person_id
      from house
      join binding on binding.community_id = house.community_id and binding.house_id = house.house_id
      join seat on seat.community_id = binding.community_id and seat.seat_id = binding.seat_id
      where house.community_id = ${it.communityId} and house_key(house.building, house.stair, house.room) = ${it.houseKey}
        and seat.role = 'owner' and seat.person_id <> ${it.butNot}
        and binding.from_at <= ${now} and (binding.until_at is null or ${now} < binding.until_at)
    ) owner`)
