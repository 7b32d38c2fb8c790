import type { FunctionName } from '../../../types/contracts'
import type { Contract } from '../../../types/contracts/contract'
import type { Reply } from '../../../types/vocabulary/errors'
import type { Db } from '../db/db'
import { DEADLINES, pool } from '../db/pool'
import { enterScope } from '../db/scope-store'
import { inTransaction } from '../db/transaction'
import { tellFrom } from '../outbox/outbox-store'
import { ensurePerson, listSeats } from '../people/seats-store'
import { actOnce } from './act-once'
import { isAfterwards } from './afterwards'
import type { Answers, Joining, SeatOfCaller, Seated } from './answer'
import { AppError } from './app-error'
import { type Door, doorsOf } from './doors'
import { beginErrand, beginJoinErrand } from './errand'
import { mayJoin, mayReach } from './may'
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
    const reply = await replyTo(doors, event, callerOf(context), seen, workMsOf(context))
    record(seen, reply) // record
    return reply
  }
}

async function replyTo(
  doors: Map<string, Door>,
  event: unknown,
  caller: Caller,
  seen: Seen,
  workMs: number | undefined,
): Promise<Reply<unknown>> {
  try {
    const envelope = readEnvelope(event)
    seen.requestId = envelope.requestId
    const door = doors.get(envelope.call)
    if (!door) throw new AppError('UNKNOWN_CALL')
    seen.call = door.call
    const kind = isAct(door.contract) ? 'write' : 'read'
    const arrival = { envelope, caller, seen, endsAt: workMs && seen.startedAt + workMs }
    const said = await inTransaction(pool(), kind, (db) => walkThrough(db, door, arrival), workMs)
    const data = isAfterwards(said) ? door.contract.output.parse(await said.afterwards()) : said
    return { ok: true, data }
  } catch (error) {
    return { ok: false, error: refusalOf(error, seen) }
  }
}

/** What is left of the function's own time when the longest statement is still to end in it. */
const workMsOf = (context: FunctionContext | undefined): number | undefined =>
  typeof context?.time_limit_in_ms === 'number'
    ? Math.max(context.time_limit_in_ms - DEADLINES.statementMs - 500, 1_000)
    : undefined

/** One call as it came: what it asks, who asks, and when its work must have ended, on the clock of `performance.now()`. */
interface Arrival {
  envelope: Envelope
  caller: Caller
  seen: Seen
  endsAt: number | undefined
}

async function walkThrough(db: Db, door: Door, { envelope, caller, seen, endsAt }: Arrival): Promise<unknown> {
  const seats = await listSeats(db, caller) // who
  seen.role = seats.find((seat) => seat.acting)?.role
  if (door.contract.kind === 'open') return answerOpen(db, door, envelope, { caller, seats })
  if (door.contract.kind === 'join') return answerJoin(db, door, { envelope, caller, endsAt })
  const { account, actor, reach } = mayReach(door.call, caller, seats) // may
  const input = readInput(door.contract, envelope.input) // what
  const now = await enterScope(db, { communityId: actor.communityId, personId: actor.personId })
  const given: Seated = { db, call: door.call, actor, reach, now, tell: tellFrom(db, actor.communityId, now) }
  const request = { input, requestId: envelope.requestId, endsAt }
  if (door.errand) return beginErrand(door, door.errand, { ...given, account }, request) // do one half; the other afterwards
  const answer = async () => say(door, await door.answer(given, input)) // do, say
  return door.contract.kind === 'act' ? actOnce({ db, doer: actor, now }, door, request, answer) : answer()
}

/** Anyone signed in may: the person is known from the first act on, and of the community only what joining needs is open. */
async function answerJoin(db: Db, door: Door, { envelope, caller, endsAt }: Omit<Arrival, 'seen'>): Promise<unknown> {
  const account = mayJoin(door.call, caller) // may
  const input = readInput(door.contract, envelope.input) // what
  const communityId = communityNamedIn(input)
  const joiner = communityId && (await ensurePerson(db, account, communityId)) // who, in this community
  if (!communityId || !joiner) throw new AppError('NOT_FOUND')
  const now = await enterScope(db, { joiningCommunityId: communityId, personId: joiner.personId })
  const given: Joining = { db, call: door.call, ...joiner, communityId, now, tell: tellFrom(db, communityId, now) }
  const doer = { personId: joiner.personId, communityId, role: 'joiner' } as const
  const request = { input, requestId: envelope.requestId, endsAt }
  if (door.joinErrand) return beginJoinErrand(door, door.joinErrand, given, { doer, request })
  const answer = async () => door.contract.output.parse(await door.answer(given, input)) // do, say
  return actOnce({ db, doer, now }, door, request, answer)
}

const isAct = ({ kind }: Contract): boolean => kind === 'act' || kind === 'join' || kind === 'errand'

/** Anyone may ask: row-level security then shows what the named community publishes, and nothing else. */
async function answerOpen(
  db: Db,
  door: Door,
  envelope: Envelope,
  { caller, seats }: { caller: Caller; seats: SeatOfCaller[] },
): Promise<unknown> {
  const input = readInput(door.contract, envelope.input)
  const now = await enterScope(db, { publicCommunityId: communityNamedIn(input) })
  const actor = seats.find((seat) => seat.acting)
  return say(door, await door.answer({ db, now, actor, seats, caller }, input))
}

/** Checks what is said against the contract; what is still to be asked outside is checked when it has been. */
const say = (door: Door, said: unknown): unknown => (isAfterwards(said) ? said : door.contract.output.parse(said))

const communityNamedIn = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'communityId' in input && typeof input.communityId === 'string'
    ? input.communityId
    : undefined
