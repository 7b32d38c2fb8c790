import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Role } from '../../types/vocabulary/roles'
import type { Db } from '../shared/db/db'
import { refuseOn } from '../shared/db/constraint'
import { newId } from '../shared/db/ids'

interface Seated {
  communityId: string
  personId: string
  role: Role
  officeName?: string | undefined
  documentWords?: string | undefined
}

/** The live seat of this person in this role, made if there is none. Two sides of a community never share a person. */
export async function ensureSeat(db: Db, it: Seated, now: Date): Promise<string> {
  const live = await db.find(
    z.object({ seat_id: z.string() }),
    sql`
      select seat_id
      from seat
      where community_id = ${it.communityId} and person_id = ${it.personId} and role = ${it.role} and until_at is null`,
  )
  if (live) return live.seat_id
  const seatId = newId()
  const adding = db.run(sql`
    insert into seat (community_id, seat_id, person_id, role, office_name, document_words, from_at)
    values (${it.communityId}, ${seatId}, ${it.personId}, ${it.role}, ${it.officeName ?? null}, ${it.documentWords ?? null}, ${now})`)
  await refuseOn({ seat_one_side: 'ONE_SIDE_ONLY', seat_live: 'ALREADY_BOUND' }, adding)
  return seatId
}

/** Binds a seat to a house from now on; one that is bound already is refused. */
export async function addBinding(
  db: Db,
  it: { communityId: string; seatId: string; houseId: string },
  now: Date,
): Promise<string> {
  const bindingId = newId()
  const adding = db.run(sql`
    insert into binding (community_id, binding_id, seat_id, house_id, from_at)
    values (${it.communityId}, ${bindingId}, ${it.seatId}, ${it.houseId}, ${now})`)
  await refuseOn({ binding_live: 'ALREADY_BOUND' }, adding)
  return bindingId
}

/** Writes a name down where none is known yet: a name or a telephone that is known is changed by two employees alone. */
export const ensureContact = (
  db: Db,
  it: { communityId: string; personId: string; name: string; phone?: string | undefined },
) =>
  db.run(sql`
    insert into contact (community_id, person_id, name, phone)
    values (${it.communityId}, ${it.personId}, ${it.name}, ${it.phone ?? null})
    on conflict (community_id, person_id) do nothing`)
