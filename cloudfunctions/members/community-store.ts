import sql from 'sql-template-tag'
import * as z from 'zod'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'

const CommunityRow = z.object({
  name: z.string(),
  city: z.string(),
  built_year: z.int().nullable(),
  body_name: z.string().nullable(),
  enterprise_name: z.string().nullable(),
  house_count: z.int(),
  pack_name: z.string(),
  publish_within_days: z.int(),
  objection_days: z.int(),
  answer_within_days: z.int(),
  price_notice_months: z.int(),
})

/** The published facts of a community with the rule pack of its place, or NOT_FOUND. */
export async function getCommunity(db: Db, communityId: string) {
  const row = await db.find(
    CommunityRow,
    sql`
      select community.name, community.city, community.built_year, community.body_name,
        enterprise.name as enterprise_name, house_count(community.community_id) as house_count,
        pack.name as pack_name, pack.publish_within_days, pack.objection_days, pack.answer_within_days,
        pack.price_notice_months
      from community
      join rule_pack pack on pack.rule_pack_id = community.rule_pack_id
      left join enterprise on enterprise.enterprise_id = community.enterprise_id
      where community.community_id = ${communityId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export const listPhones = (db: Db, communityId: string) =>
  db.many(
    z.object({ label: z.string(), number: z.string(), hours: z.string() }),
    sql`
      select label, number, hours
      from community_phone
      where community_id = ${communityId}
      order by place
      limit 20`,
  )

const FOUND_MAX = 20

export const findCommunities = (db: Db, sought: { name: string; city: string }) =>
  db.many(
    z.object({ community_id: z.string(), name: z.string(), city: z.string() }),
    sql`select community_id, name, city from find_communities_in(${sought.city}, ${sought.name}, ${FOUND_MAX}::integer)`,
  )

const CITIES_MAX = 100

export const listCities = (db: Db) =>
  db.many(
    z.object({ city: z.string(), community_count: z.int() }),
    sql`select city, community_count from list_cities(${CITIES_MAX}::integer)`,
  )
