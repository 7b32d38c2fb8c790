import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from './db'

/**
 * The next number of a kind on a business day, for example `BX20260306-0007`. Without gaps: the row stays locked
 * until the act commits, and an act that fails gives its number back.
 */
export async function nextSerial(db: Db, communityId: string, kind: 'BX' | 'SJ', day: string): Promise<string> {
  const row = await db.one(
    z.object({ last: z.int() }),
    sql`
      insert into serial (community_id, kind, day, last)
      values (${communityId}, ${kind}, ${day}, 1)
      on conflict (community_id, kind, day) do update set last = serial.last + 1
      returning last`,
  )
  return `${kind}${day.replaceAll('-', '')}-${String(row.last).padStart(4, '0')}`
}
