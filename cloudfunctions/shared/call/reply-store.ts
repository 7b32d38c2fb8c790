import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'
import { sha256OfJson } from '../db/canonical'
import { AppError } from './app-error'

export interface RequestKey {
  personId: string
  call: string
  requestId: string
}

/**
 * Claims a request id for this act, or gives the reply that was stored when it was first done.
 * The row is written before the act, so that a second copy sent at the same moment waits here for the first.
 * Throws REQUEST_REUSED when the same id comes with other input.
 */
export async function claimRequest(
  db: Db,
  key: RequestKey,
  input: unknown,
  now: Date,
): Promise<{ stored: unknown } | undefined> {
  const inputSha256 = sha256OfJson(input)
  const claimed = await db.run(sql`
    insert into act_reply (person_id, call, request_id, input_sha256, at)
    values (${key.personId}, ${key.call}, ${key.requestId}, ${inputSha256}, ${now})
    on conflict (person_id, call, request_id) do nothing`)
  if (claimed === 1) return undefined
  const earlier = await db.one(
    z.object({ input_sha256: z.string(), reply: z.unknown() }),
    sql`
      select input_sha256, reply
      from act_reply
      where person_id = ${key.personId} and call = ${key.call} and request_id = ${key.requestId}`,
  )
  if (earlier.input_sha256 !== inputSha256) throw new AppError('REQUEST_REUSED')
  return { stored: earlier.reply }
}

export const storeReply = (db: Db, key: RequestKey, reply: unknown) =>
  db.run(sql`
    update act_reply
    set reply = ${JSON.stringify(reply)}::jsonb
    where person_id = ${key.personId} and call = ${key.call} and request_id = ${key.requestId}`)
