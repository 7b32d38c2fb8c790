import type { FunctionName } from '../../../types/contracts'
import type { Contract } from '../../../types/contracts/contract'
import type { Reply } from '../../../types/vocabulary/errors'
import type { Db } from '../db/db'
import { pool } from '../db/pool'
import { enterScope } from '../db/scope-store'
import { inTransaction } from '../db/transaction'
import { tellFrom } from '../outbox/outbox-store'
import { listSeats } from '../people/seats-store'
import { actOnce } from './act-once'
import type { Answers, SeatOfCaller, Seated } from './answer'
import { AppError } from './app-error'
import { type Door, doorsOf } from './doors'
import { mayReach } from './may'
import { type Envelope, readEnvelope, readInput } from './request'
import { record, refusalOf, type Seen } from './record'
import { type Caller, callerOf, type FunctionContext } from './who'

/** A cloud function's entry: always resolves to a reply, never throws across the wire. */
export type Main = (event: unknown, context?: FunctionContext) => Promise<Reply<unknown>>

/**
 * The doorway of a cloud function. Six steps, the same for every call:
 * who → may → what → do → say → record.
 */
export function serve<F extends FunctionName>(
  fn: F,
  contracts: Record<keyof Answers<F>, Contract>,
  answers: Answers<F>,
): Main {
  const doors = doorsOf(fn, contracts, answers)
  return async (event, context) => {
    const seen: Seen = { fn, call: '?', startedAt: performance.now() }
    const reply = await replyTo(doors, event, callerOf(context), seen)
    record(seen, reply) // record
    return reply
  }
}

async function replyTo(doors: Map<string, Door>, event: unknown, caller: Caller, seen: Seen): Promise<Reply<unknown>> {
  try {
    const envelope = readEnvelope(event)
    seen.requestId = envelope.requestId
    const door = doors.get(envelope.call)
    if (!door) throw new AppError('UNKNOWN_CALL')
    seen.call = door.call
    const kind = door.contract.kind === 'act' ? 'write' : 'read'
    const data = await inTransaction(pool(), kind, (db) => walkThrough(db, door, envelope, caller, seen))
    return { ok: true, data }
  } catch (error) {
    return { ok: false, error: refusalOf(error, seen) }
  }
}

async function walkThrough(db: Db, door: Door, envelope: Envelope, caller: Caller, seen: Seen): Promise<unknown> {
  const seats = await listSeats(db, caller) // who
  seen.role = seats.find((seat) => seat.acting)?.role
  if (door.contract.kind === 'open') return answerOpen(db, door, envelope, seats)
  const { actor, reach } = mayReach(door.call, caller, seats) // may
  const input = readInput(door.contract, envelope.input) // what
  const now = await enterScope(db, { communityId: actor.communityId, personId: actor.personId })
  const given: Seated = { db, call: door.call, actor, reach, now, tell: tellFrom(db, actor.communityId, now) }
  const answer = async () => door.contract.output.parse(await door.answer(given, input)) // do, say
  return door.contract.kind === 'act' ? actOnce(given, door, { input, requestId: envelope.requestId }, answer) : answer()
}

/** Anyone may ask: row-level security then shows what the named community publishes, and nothing else. */
async function answerOpen(db: Db, door: Door, envelope: Envelope, seats: SeatOfCaller[]): Promise<unknown> {
  const input = readInput(door.contract, envelope.input)
  const now = await enterScope(db, { publicCommunityId: communityNamedIn(input) })
  const actor = seats.find((seat) => seat.acting)
  return door.contract.output.parse(await door.answer({ db, now, actor, seats }, input))
}

const communityNamedIn = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'communityId' in input && typeof input.communityId === 'string'
    ? input.communityId
    : undefined
