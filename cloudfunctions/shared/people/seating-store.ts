import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Role } from '../../../types/vocabulary/roles'
import { AppError } from '../call/app-error'
import type { Db } from '../db/db'
import { refuseOn } from '../db/constraint'
import { newId } from '../db/ids'

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

interface NewBinding {
  communityId: string
  seatId: string
  houseId: string
  /** The registered owner behind it, where it is known; else the database looks for one. */
  ownerId?: string
}

/** Binds a seat to a house from now on; undefined when it is bound already. */
export async function bindOnce(db: Db, it: NewBinding, now: Date): Promise<string | undefined> {
  const row = await db.find(
    z.object({ binding_id: z.string() }),
    sql`
      insert into binding (community_id, binding_id, seat_id, house_id, from_at, owner_id)
      values (${it.communityId}, ${newId()}, ${it.seatId}, ${it.houseId}, ${now}, ${it.ownerId ?? null})
      on conflict (community_id, seat_id, house_id) where until_at is null do nothing
      returning binding_id`,
  )
  return row?.binding_id
}

/** Binds a seat to a house from now on; one that is bound already is refused. */
export async function addBinding(db: Db, it: NewBinding, now: Date): Promise<string> {
  const bindingId = await bindOnce(db, it, now)
  if (bindingId === undefined) throw new AppError('ALREADY_BOUND')
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

/** The same for a telephone that WeChat has verified: it is kept also beside a name that is known without one. */
export const ensureVerifiedContact = (
  db: Db,
  it: { communityId: string; personId: string; name: string; phone: string },
) =>
  db.run(sql`
    insert into contact (community_id, person_id, name, phone)
    values (${it.communityId}, ${it.personId}, ${it.name}, ${it.phone})
    on conflict (community_id, person_id) do update set phone = coalesce(contact.phone, excluded.phone)`)
