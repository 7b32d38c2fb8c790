import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

/**
 * Heads, houses and area of a day, in one statement at any size; `rules/heads.ts` says in words what is counted. Parking
 * and storage spaces are no houses that vote.
 */
export const countOwners = (db: Db, actor: Actor, day: string) =>
  db.one(
    z.object({
      heads: z.int(),
      houses: z.int(),
      area100: z.int(),
      houses_without_owner: z.int(),
      houses_without_area: z.int(),
      heads_with_several: z.int(),
    }),
    sql`
      with recursive same as (
        select owner_id, owner_id as root_id, merged_into
        from owner
        where community_id = ${actor.communityId} and merged_into is null
        union all
        select owner.owner_id, same.root_id, owner.merged_into
        from owner
        join same on owner.merged_into = same.owner_id
        where owner.community_id = ${actor.communityId}
      ), voting as (
        select house.house_id,
          (select string_agg(distinct same.root_id::text, ' ' order by same.root_id::text)
            from ownership
            join same on same.owner_id = ownership.owner_id
            where ownership.community_id = ${actor.communityId} and ownership.house_id = house.house_id
              and ownership.from_on <= ${day}::date and (ownership.until_on is null or ${day}::date < ownership.until_on)) as owners,
          (select area.area100
            from house_area area
            where area.community_id = ${actor.communityId} and area.house_id = house.house_id and area.from_on <= ${day}::date
            order by area.from_on desc
            limit 1) as area100
        from house
        where house.community_id = ${actor.communityId} and house.use not in ('parking', 'storage')
      ), head as (
        select coalesce(owners, 'house ' || house_id) as head, count(*) as houses
        from voting
        group by 1
      )
      select (select count(*)::integer from head) as heads,
        count(*)::integer as houses,
        coalesce(sum(area100), 0)::bigint as area100,
        count(*) filter (where owners is null)::integer as houses_without_owner,
        count(*) filter (where area100 is null)::integer as houses_without_area,
        (select count(*)::integer from head where head.houses > 1) as heads_with_several
      from voting`,
  )
