import sql from 'sql-template-tag'
import * as z from 'zod'
import { AREA_KNOWN_SINCE } from '../../../types/vocabulary/house'
import type { Db } from '../db/db'
import { newId } from '../db/ids'
import type { FoundingHouse } from './founding'

/** All houses, and the areas of those whose area is known, in two statements. */
export async function insertHouses(db: Db, communityId: string, houses: FoundingHouse[]): Promise<void> {
  const given = houses.map((house) => (typeof house === 'string' ? { address: house } : house))
  const made = given.map((house) => ({ area100: undefined, deliveredOn: undefined, ...house, houseId: newId() }))
  await db.run(sql`
    insert into house (community_id, house_id, building, stair, room, delivered_on)
    select ${communityId}, house_id, split_part(address, '-', 1), split_part(address, '-', 2), split_part(address, '-', 3), delivered_on
    from unnest(${made.map((house) => house.houseId)}::uuid[], ${made.map((house) => house.address)}::text[],
      ${made.map((house) => house.deliveredOn ?? null)}::date[]) as given (house_id, address, delivered_on)`)
  const measured = made.filter((house) => house.area100 !== undefined)
  await db.run(sql`
    insert into house_area (community_id, house_id, from_on, area100, area_source)
    select ${communityId}, house_id, ${AREA_KNOWN_SINCE}, area100, 'certificate'
    from unnest(${measured.map((house) => house.houseId)}::uuid[], ${measured.map((house) => house.area100)}::integer[])
      as given (house_id, area100)`)
}

/** The ids of the houses at these addresses, by address; an address without a house is left out. */
export async function findHouses(db: Db, communityId: string, addresses: string[]): Promise<Map<string, string>> {
  const rows = await db.many(
    z.object({ house_id: z.string(), address: z.string() }),
    sql`
      select house_id, building || '-' || stair || '-' || room as address
      from house
      where community_id = ${communityId} and building || '-' || stair || '-' || room = any (${addresses}::text[])
      order by house_id
      limit ${addresses.length}`,
  )
  return new Map(rows.map((row) => [row.address, row.house_id]))
}
