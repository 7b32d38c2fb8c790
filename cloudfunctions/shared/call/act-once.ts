import { type Doer, writeAudit } from '../audit/audit-store'
import { sha256OfJson } from '../db/canonical'
import type { Db } from '../db/db'
import { AppError } from './app-error'
import type { Door } from './doors'
import { claimRequest, storeReply } from './reply-store'

/**
 * An act is done once, however often it is sent: the same request id with the same input gives the stored reply,
 * with other input REQUEST_REUSED. Reply, audit row and act stand or fall in one transaction.
 */
export async function actOnce(
  { db, doer, now }: { db: Db; doer: Doer; now: Date },
  door: Door,
  request: { input: unknown; requestId: string | undefined },
  answer: () => Promise<unknown>,
): Promise<unknown> {
  if (!request.requestId) throw new AppError('BAD_REQUEST')
  const key = { personId: doer.personId, call: door.call, requestId: request.requestId }
  const earlier = await claimRequest(db, key, request.input, now)
  if (earlier) return earlier.stored
  const reply = await answer()
  const kept = withoutSecrets(reply, door.contract.shownOnce ?? [])
  const about = door.contract.about ?? ''
  await writeAudit(db, {
    doer,
    call: door.call,
    requestId: request.requestId,
    aboutKind: about,
    aboutId: idIn(reply, `${about}Id`),
    inputSha256: sha256OfJson(request.input),
    replySha256: sha256OfJson(kept),
    at: now,
  })
  await storeReply(db, key, kept)
  return reply
}

/** What is shown once is in no table: the same request sent again is answered without it. */
function withoutSecrets(reply: unknown, shownOnce: readonly string[]): unknown {
  if (shownOnce.length === 0 || typeof reply !== 'object' || reply === null) return reply
  return Object.fromEntries(Object.entries(reply).filter(([name]) => !shownOnce.includes(name)))
}

/** The contract's type promises this key; a reply without it is a fault, not a silent gap in the audit. */
function idIn(reply: unknown, key: string): string {
  const entries: [string, unknown][] = typeof reply === 'object' && reply !== null ? Object.entries(reply) : []
  const id = entries.find(([name]) => name === key)?.[1]
  if (typeof id !== 'string') throw new Error(`the reply has no ${key}`)
  return id
}
