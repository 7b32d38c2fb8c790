import sql, { join } from 'sql-template-tag'
import * as z from 'zod'
import type { Role } from '../../../types/vocabulary/roles'
import type { Db } from '../db/db'
import { newId } from '../db/ids'
import type { FoundingIdentity } from './founding'

/** A community by its exact name and city; by a bootstrap function, since no community is in scope yet. */
export async function findCommunity(db: Db, name: string, city: string): Promise<string | undefined> {
  const row = await db.find(
    z.object({ community_id: z.string() }),
    sql`select community_id from find_communities(${name}, 1000) where name = ${name} and city = ${city}`,
  )
  return row?.community_id
}

export async function ensureStreet(db: Db, street: { name: string; neighbourhoodName: string }): Promise<string> {
  const row = await db.one(
    z.object({ street_id: z.string() }),
    sql`
      with known as (
        select street_id from street where name = ${street.name} and neighbourhood_name = ${street.neighbourhoodName}
      ), made as (
        insert into street (street_id, name, neighbourhood_name)
        select ${newId()}, ${street.name}, ${street.neighbourhoodName}
        where not exists (select from known)
        returning street_id
      )
      select street_id from known union all select street_id from made`,
  )
  return row.street_id
}

export async function ensureEnterprise(db: Db, name: string): Promise<string> {
  const row = await db.one(
    z.object({ enterprise_id: z.string() }),
    sql`
      with known as (
        select enterprise_id from enterprise where name = ${name}
      ), made as (
        insert into enterprise (enterprise_id, name)
        select ${newId()}, ${name}
        where not exists (select from known)
        returning enterprise_id
      )
      select enterprise_id from known union all select enterprise_id from made`,
  )
  return row.enterprise_id
}

export interface NewCommunity {
  communityId: string
  streetId: string
  enterpriseId: string
  name: string
  city: string
  builtYear?: number | undefined
  bodyName?: string | undefined
  hasLift?: boolean | undefined
}

export const insertCommunity = (db: Db, it: NewCommunity) =>
  db.run(sql`
    insert into community (community_id, name, city, street_id, enterprise_id, body_name, built_year, has_lift)
    values (${it.communityId}, ${it.name}, ${it.city}, ${it.streetId}, ${it.enterpriseId},
      ${it.bodyName ?? null}, ${it.builtYear ?? null}, ${it.hasLift ?? null})`)

export const insertPhones = async (
  db: Db,
  communityId: string,
  phones: { label: string; number: string; hours: string }[],
) => {
  for (const [place, { label, number, hours }] of phones.entries()) {
    await db.run(sql`
      insert into community_phone (community_id, place, label, number, hours)
      values (${communityId}, ${place}, ${label}, ${number}, ${hours})`)
  }
}

/** The person behind these accounts; one who is known by any of them stays the same person. */
export async function ensurePerson(db: Db, identities: FoundingIdentity[]): Promise<string> {
  const known = await findPerson(db, identities)
  const personId = known ?? newId()
  if (!known) await db.run(sql`insert into person (person_id) values (${personId})`)
  for (const { provider, app, subject } of identities) {
    await db.run(sql`
      insert into identity (identity_id, provider, app, subject, person_id)
      values (${newId()}, ${provider}, ${app}, ${subject}, ${personId})
      on conflict on constraint identity_subject do nothing`)
  }
  return personId
}

async function findPerson(db: Db, identities: FoundingIdentity[]): Promise<string | undefined> {
  if (identities.length === 0) return undefined
  const pairs = identities.map(({ provider, app, subject }) => sql`(${provider}, ${app}, ${subject})`)
  const row = await db.find(
    z.object({ person_id: z.string() }),
    sql`select distinct person_id from identity where (provider, app, subject) in (${join(pairs)})`,
  )
  return row?.person_id
}

export const ensureContact = (
  db: Db,
  it: { communityId: string; personId: string; name: string; phone: string | undefined },
) =>
  db.run(sql`
    insert into contact (community_id, person_id, name, phone)
    values (${it.communityId}, ${it.personId}, ${it.name}, ${it.phone ?? null})
    on conflict on constraint contact_pkey do nothing`)

export interface NewSeat {
  communityId: string
  personId: string
  role: Role
  officeName: string | undefined
  fromAt: Date
}

/** The person's live seat in this role, made if there is none. */
export async function ensureSeat(db: Db, it: NewSeat): Promise<string> {
  const row = await db.one(
    z.object({ seat_id: z.string() }),
    sql`
      with known as (
        select seat_id from seat
        where community_id = ${it.communityId} and person_id = ${it.personId} and role = ${it.role} and until_at is null
      ), made as (
        insert into seat (community_id, seat_id, person_id, role, office_name, from_at)
        select ${it.communityId}, ${newId()}, ${it.personId}, ${it.role}, ${it.officeName ?? null}, ${it.fromAt}
        where not exists (select from known)
        returning seat_id
      )
      select seat_id from known union all select seat_id from made`,
  )
  return row.seat_id
}

export const ensureBinding = (db: Db, it: { communityId: string; seatId: string; houseId: string; fromAt: Date }) =>
  db.run(sql`
    insert into binding (community_id, binding_id, seat_id, house_id, from_at)
    select ${it.communityId}, ${newId()}, ${it.seatId}, ${it.houseId}, ${it.fromAt}
    where not exists (select from binding
      where community_id = ${it.communityId} and seat_id = ${it.seatId} and house_id = ${it.houseId} and until_at is null)`)
