import sql, { empty, join, type Sql } from 'sql-template-tag'
import * as z from 'zod'
import type { BillingTerm } from '../../types/vocabulary/billing-term'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

const HouseRow = z.object({
  house_id: z.string(),
  building: z.string(),
  stair: z.string(),
  room: z.string(),
  sort_key: z.string(),
})

/** Houses by a part of their address, in the order of addresses; those for which something is registered come by no search. */
export const listHouses = (
  db: Db,
  actor: Actor,
  page: { key: string; after: string | undefined; size: number; day: string },
) =>
  db.many(
    HouseRow,
    sql`
      select house_id, building, stair, room, sort_key
      from (
        select house_id, building, stair, room,
          lpad(building, 12, '0') || lpad(stair, 12, '0') || lpad(room, 12, '0') as sort_key
        from house
        where community_id = ${actor.communityId}
          and ${
            page.key === ''
              ? sql`house_id in (
                  select house_id from house_space where ${holding(actor, page.day)}
                  union select house_id from house_relief where ${holding(actor, page.day)}
                  union select house_id from house_payer where ${holding(actor, page.day)}
                  union select house_id from payer_request where community_id = ${actor.communityId} and state = 'waiting')`
              : sql`strpos(house_key(building, stair, room), ${page.key}) > 0`
          }
      ) found
      where true ${page.after === undefined ? empty : sql`and sort_key > ${page.after}`}
      order by sort_key
      limit ${page.size}`,
  )

/** What holds on a day or will later. */
const holding = (actor: Actor, day: string): Sql =>
  sql`community_id = ${actor.communityId} and (until_on is null or ${day} < until_on)`

const ofHouses = (actor: Actor, houseIds: string[], day: string): Sql =>
  sql`${holding(actor, day)} and house_id = any (${houseIds}::uuid[])`

const SpanRow = z.object({ house_id: z.string(), from_on: z.string(), until_on: z.string().nullable() })
const SpaceRow = SpanRow.extend({ item_code: z.string(), item_name: z.string(), quantity: z.int() })
const ReliefRow = SpanRow.extend({ percent: z.int(), basis_words: z.string() })
const PayerRow = SpanRow.extend({
  kind: z.enum(['tenant', 'organisation']),
  name: z.string(),
  person_id: z.string().nullable(),
})
export type SpaceRow = z.output<typeof SpaceRow>
export type ReliefRow = z.output<typeof ReliefRow>
export type PayerRow = z.output<typeof PayerRow>

export const listSpaces = (db: Db, actor: Actor, houseIds: string[], day: string): Promise<SpaceRow[]> =>
  db.many(
    SpaceRow,
    sql`
      select house_id, item_code, quantity, from_on, until_on, coalesce((
        select it.name from fee_item_in_force it
        where it.community_id = house_space.community_id and it.code = house_space.item_code
        order by it.from_on desc limit 1), item_code) as item_name
      from house_space
      where ${ofHouses(actor, houseIds, day)}
      order by house_id, item_code, from_on
      limit 500`,
  )

export const listReliefs = (db: Db, actor: Actor, houseIds: string[], day: string): Promise<ReliefRow[]> =>
  db.many(
    ReliefRow,
    sql`
      select house_id, percent, basis_words, from_on, until_on
      from house_relief
      where ${ofHouses(actor, houseIds, day)}
      order by house_id, from_on
      limit 500`,
  )

export const listPayers = (db: Db, actor: Actor, houseIds: string[], day: string): Promise<PayerRow[]> =>
  db.many(
    PayerRow,
    sql`
      select house_id, kind, from_on, until_on, person_id, coalesce(
        (select name from contact where contact.community_id = house_payer.community_id and contact.person_id = house_payer.person_id),
        (select name from owner where owner.community_id = house_payer.community_id and owner.owner_id = house_payer.owner_id), '') as name
      from house_payer
      where ${ofHouses(actor, houseIds, day)}
      order by house_id, from_on
      limit 500`,
  )

/** Items that the community publishes on this day or later and that are charged in this way, by name. */
export const listPublished = (db: Db, actor: Actor, kind: 'space' | 'share', day: string) =>
  db.many(
    z.object({ code: z.string(), name: z.string() }),
    sql`
      select distinct on (code) code, name
      from fee_item_in_force
      where community_id = ${actor.communityId} and kind = ${kind} and per = 'month' and (until_on is null or ${day} < until_on)
      order by code, from_on desc
      limit 100`,
  )

export const listOrganisations = (db: Db, actor: Actor) =>
  db.many(
    z.object({ owner_id: z.string(), name: z.string() }),
    sql`
      select owner_id, name
      from owner
      where community_id = ${actor.communityId} and kind = 'organisation' and merged_into is null
      order by name collate "zh-x-icu", owner_id
      limit 200`,
  )

/** A house of the community, held while something is registered for it; else NOT_FOUND. */
export async function lockHouse(db: Db, actor: Actor, houseId: string): Promise<void> {
  const row = await db.find(
    z.object({ house_id: z.string() }),
    sql`select house_id from house where community_id = ${actor.communityId} and house_id = ${houseId} for update`,
  )
  if (!row) throw new AppError('NOT_FOUND')
}

/** Where the terms of each kind stand. */
const TABLES: Record<BillingTerm, Sql> = {
  space: sql`house_space`,
  relief: sql`house_relief`,
  payer: sql`house_payer`,
}

/** Which rows a house has one after the other: of spaces those of one item. */
export interface TermKey {
  kind: BillingTerm
  houseId: string
  itemCode?: string | undefined
}

const termsAt = (actor: Actor, { houseId, itemCode }: TermKey): Sql =>
  join(
    [
      sql`community_id = ${actor.communityId}`,
      sql`house_id = ${houseId}`,
      ...(itemCode === undefined ? [] : [sql`item_code = ${itemCode}`]),
    ],
    ' and ',
  )

/** Whether something is registered already on some of these days. */
export async function overlaps(
  db: Db,
  actor: Actor,
  key: TermKey,
  span: { from: string; until?: string | undefined },
): Promise<boolean> {
  const row = await db.one(
    z.object({ taken: z.boolean() }),
    sql`
      select exists (
        select from ${TABLES[key.kind]}
        where ${termsAt(actor, key)} and daterange(from_on, until_on) && daterange(${span.from}::date, ${span.until ?? null}::date)
      ) as taken`,
  )
  return row.taken
}

/** The days of what is registered from this day on, held until its end is written; else NOT_FOUND. */
export async function lockTerm(db: Db, actor: Actor, key: TermKey, from: string) {
  const row = await db.find(
    z.object({ from_on: z.string(), until_on: z.string().nullable() }),
    sql`select from_on, until_on from ${TABLES[key.kind]} where ${termsAt(actor, key)} and from_on = ${from} for update`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export const saveTermEnd = (db: Db, actor: Actor, key: TermKey, span: { from: string; until: string }) =>
  db.run(sql`
    update ${TABLES[key.kind]} set until_on = ${span.until} where ${termsAt(actor, key)} and from_on = ${span.from}`)

export const dropTerm = (db: Db, actor: Actor, key: TermKey, from: string) =>
  db.run(sql`delete from ${TABLES[key.kind]} where ${termsAt(actor, key)} and from_on = ${from}`)
