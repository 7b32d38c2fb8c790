import sql, { empty } from 'sql-template-tag'
import * as z from 'zod'
import { END_REASON_IDS, type EndReason } from '../../types/vocabulary/binding'
import { HOUSE_ROLES } from '../../types/vocabulary/roles'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { within } from '../shared/policy/reach'

const BindingRow = z.object({
  binding_id: z.string(),
  seat_id: z.string(),
  house_id: z.string(),
  person_id: z.string(),
  role: z.enum(HOUSE_ROLES),
  name: z.string(),
  phone: z.string().nullable(),
  from_at: z.date(),
  until_at: z.date().nullable(),
  end_reason: z.enum(END_REASON_IDS).nullable(),
})
export type BindingRow = z.output<typeof BindingRow>

/** `within` looks into `binding` by itself, so that the rows it judges go by another name here. */
const COLUMNS = sql`
  bound.binding_id, bound.seat_id, bound.house_id, seat.person_id, seat.role, coalesce(contact.name, '') as name, contact.phone,
  bound.from_at, bound.until_at, bound.end_reason`

const WITH_PERSON = sql`
  binding bound
  join seat on seat.community_id = bound.community_id and seat.seat_id = bound.seat_id
  left join contact on contact.community_id = seat.community_id and contact.person_id = seat.person_id`

/** Who is bound to a house now, owners first. The house itself must have been found within reach before. */
export const listBindingsOf = (db: Db, actor: Actor, houseId: string, now: Date): Promise<BindingRow[]> =>
  db.many(
    BindingRow,
    sql`
      select ${COLUMNS}
      from ${WITH_PERSON}
      where bound.community_id = ${actor.communityId} and bound.house_id = ${houseId}
        and bound.from_at <= ${now} and (bound.until_at is null or ${now} < bound.until_at)
      order by seat.role <> 'owner', bound.from_at, bound.binding_id
      limit 100`,
  )

/** A binding within reach that still holds, held until the end is written; else NOT_FOUND. */
export async function lockLiveBinding(
  db: Db,
  actor: Actor,
  reach: Reach,
  bindingId: string,
  now: Date,
): Promise<BindingRow> {
  const row = await db.find(
    BindingRow,
    sql`
      select ${COLUMNS}
      from ${WITH_PERSON}
      where ${within(actor, reach, { communityId: sql`bound.community_id`, houseId: sql`bound.house_id`, at: sql`${now}::timestamptz` })}
        and bound.binding_id = ${bindingId}
        and (bound.until_at is null or ${now} < bound.until_at)
      for update of bound`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export interface BindingEnd {
  bindingId: string
  reason: EndReason
  endsAt: Date
}

export const saveEnd = (db: Db, actor: Actor, end: BindingEnd) =>
  db.run(sql`
    update binding
    set until_at = ${end.endsAt}, end_reason = ${end.reason}, ended_by = ${actor.personId}
    where community_id = ${actor.communityId} and binding_id = ${end.bindingId}`)

/** Owners who stay bound to the house after this instant. */
export async function countOwnersLeft(db: Db, actor: Actor, houseId: string, after: Date): Promise<number> {
  const row = await db.one(
    z.object({ owners: z.int() }),
    sql`
      select count(*)::integer as owners
      from binding
      join seat on seat.community_id = binding.community_id and seat.seat_id = binding.seat_id
      where binding.community_id = ${actor.communityId} and binding.house_id = ${houseId} and seat.role = 'owner'
        and (binding.until_at is null or ${after} < binding.until_at)`,
  )
  return row.owners
}

/** Ends the family's bindings to a house; those that ended before stay as they are. */
export const endFamilyOf = (
  db: Db,
  actor: Actor,
  house: { houseId: string; reason: EndReason; endsAt: Date },
): Promise<number> =>
  db.run(sql`
    update binding
    set until_at = ${house.endsAt}, end_reason = ${house.reason}, ended_by = ${actor.personId}
    from seat
    where binding.community_id = ${actor.communityId} and binding.house_id = ${house.houseId}
      and seat.community_id = binding.community_id and seat.seat_id = binding.seat_id and seat.role = 'family'
      and binding.from_at < ${house.endsAt} and (binding.until_at is null or ${house.endsAt} < binding.until_at)`)

const HouseRow = z.object({
  house_id: z.string(),
  building: z.string(),
  stair: z.string(),
  room: z.string(),
  sort_key: z.string(),
})

/** Houses by a part of their address or of the name of somebody bound to them, in the order of addresses. */
export const listHouses = (
  db: Db,
  actor: Actor,
  page: { key: string; name: string; after: string | undefined; size: number },
) =>
  db.many(
    HouseRow,
    sql`
      select house_id, building, stair, room, sort_key
      from (
        select house.house_id, house.building, house.stair, house.room,
          lpad(house.building, 12, '0') || lpad(house.stair, 12, '0') || lpad(house.room, 12, '0') as sort_key
        from house
        where house.community_id = ${actor.communityId}
          and (strpos(house_key(house.building, house.stair, house.room), ${page.key}) > 0
            or ${page.name} <> '' and exists (
              select from ${WITH_PERSON}
              where bound.community_id = house.community_id and bound.house_id = house.house_id
                and strpos(contact.name, ${page.name}) > 0))
      ) found
      where true ${page.after === undefined ? empty : sql`and sort_key > ${page.after}`}
      order by sort_key
      limit ${page.size}`,
  )

/** All bindings of these houses, now and before, newest first. */
export const listHistoryOf = (db: Db, actor: Actor, houseIds: string[]): Promise<BindingRow[]> =>
  db.many(
    BindingRow,
    sql`
      select ${COLUMNS}
      from ${WITH_PERSON}
      where bound.community_id = ${actor.communityId} and bound.house_id = any (${houseIds}::uuid[])
      order by bound.house_id, bound.until_at desc nulls first, bound.from_at desc, bound.binding_id
      limit 1000`,
  )
