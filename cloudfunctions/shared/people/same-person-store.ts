import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'
import type { Actor } from '../policy/actor'

/**
 * Whether the actor counts as this person where a second one must look: the same person, or another account that gave the
 * community the same telephone number.
 */
export async function countsAsSamePerson(db: Db, actor: Actor, personId: string): Promise<boolean> {
  if (actor.personId === personId) return true
  const row = await db.find(
    z.object({ phone: z.string() }),
    sql`
      select mine.phone
      from contact mine
      join contact theirs on theirs.community_id = mine.community_id and theirs.phone = mine.phone
      where mine.community_id = ${actor.communityId} and mine.person_id = ${actor.personId} and theirs.person_id = ${personId}`,
  )
  return row !== undefined
}
