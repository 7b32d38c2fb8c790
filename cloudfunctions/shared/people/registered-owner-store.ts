import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'
import type { Actor } from '../policy/actor'

/** Whether the register names the owner behind the acting seat's binding to this house. */
export async function isRegisteredOwner(db: Db, actor: Actor, houseId: string, now: Date): Promise<boolean> {
  const row = await db.one(
    z.object({ registered: z.boolean() }),
    sql`
      select exists (
        select from binding
        where community_id = ${actor.communityId} and seat_id = ${actor.seatId} and house_id = ${houseId} and owner_id is not null
          and from_at <= ${now} and (until_at is null or ${now} < until_at)
      ) as registered`,
  )
  return row.registered
}
