import sql from 'sql-template-tag'
import * as z from 'zod'
import { ROLE_IDS } from '../../../types/vocabulary/roles'
import type { SeatOfCaller } from '../call/answer'
import type { Caller } from '../call/who'
import type { Db } from '../db/db'
import { newId } from '../db/ids'

const ActorRow = z.object({
  identity_id: z.string(),
  person_id: z.string(),
  seat_id: z.string().nullable(),
  community_id: z.string().nullable(),
  role: z.enum(ROLE_IDS).nullable(),
  acting: z.boolean(),
  name: z.string().nullable(),
  community_name: z.string().nullable(),
  office_name: z.string().nullable(),
  houses: z.array(z.object({ houseId: z.string(), building: z.string(), stair: z.string(), room: z.string() })),
})

/** The live seats of the caller, oldest first; none for a stranger. Exactly one of several is acting. */
export async function listSeats(db: Db, caller: Caller): Promise<SeatOfCaller[]> {
  if (caller.kind !== 'person') return []
  const rows = await db.many(
    ActorRow,
    sql`
      select identity_id, person_id, seat_id, community_id, role, acting, name, community_name, office_name, houses
      from actor_of(${caller.provider}, ${caller.app}, ${caller.subject})`,
  )
  return rows.flatMap((row) => {
    if (row.seat_id === null || row.community_id === null || row.role === null) return []
    return [
      {
        identityId: row.identity_id,
        personId: row.person_id,
        seatId: row.seat_id,
        role: row.role,
        communityId: row.community_id,
        communityName: row.community_name ?? '',
        officeName: row.office_name ?? undefined,
        name: row.name ?? undefined,
        houses: row.houses,
        acting: row.acting,
      },
    ]
  })
}

/** Keeps the chosen seat for this identity; false when it is not a live seat of the same person. */
export async function chooseSeat(db: Db, identityId: string, seatId: string): Promise<boolean> {
  const row = await db.one(
    z.object({ chosen: z.boolean() }),
    sql`select choose_seat(${identityId}, ${seatId}) as chosen`,
  )
  return row.chosen
}

/** The person behind an account, made on its first act; undefined when there is no such community to act in. */
export async function ensurePerson(
  db: Db,
  account: Caller & { kind: 'person' },
  communityId: string,
): Promise<{ personId: string; identityId: string } | undefined> {
  const row = await db.find(
    z.object({ person_id: z.string(), identity_id: z.string() }),
    sql`
      select person_id, identity_id
      from ensure_person(${account.provider}, ${account.app}, ${account.subject}, ${communityId}, ${newId()}, ${newId()})`,
  )
  return row && { personId: row.person_id, identityId: row.identity_id }
}
