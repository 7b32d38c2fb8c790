import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'
import type { Actor } from '../policy/actor'
import { isSelf, type Self } from './same-person'

/** Who counts as the actor here: the person, and every other account that gave the community the same telephone number. */
export async function selfOf(db: Db, actor: Actor): Promise<Self> {
  const row = await db.find(
    z.object({ phone: z.string().nullable(), person_ids: z.array(z.string()) }),
    sql`
      select mine.phone, array(
        select theirs.person_id from contact theirs
        where theirs.community_id = mine.community_id and theirs.phone = mine.phone) as person_ids
      from contact mine
      where mine.community_id = ${actor.communityId} and mine.person_id = ${actor.personId}`,
  )
  return { phone: row?.phone ?? null, personIds: [actor.personId, ...(row?.person_ids ?? [])] }
}

/** Whether the actor counts as this person where a second one must look. */
export const countsAsSamePerson = async (db: Db, actor: Actor, personId: string): Promise<boolean> =>
  isSelf(await selfOf(db, actor), { personId })
