import { pool } from '../db/pool'
import { enterScope, type Scope } from '../db/scope-store'
import { inTransaction } from '../db/transaction'
import type { Db } from '../db/db'
import { tellFrom } from '../outbox/outbox-store'
import type { Doer } from '../audit/audit-store'
import { actOnce } from './act-once'
import type { Contract } from '../../../types/contracts/contract'
import type { Beginning, ErrandAnswer, Joining, JoinErrandAnswer, Seated } from './answer'
import type { Afterwards } from './afterwards'
import type { Door } from './doors'

interface Request {
  input: unknown
  requestId: string | undefined
  /** When the function's work must have ended, on the clock of `performance.now()`; undefined: the usual time. */
  endsAt: number | undefined
}

/**
 * Begins an errand: its first half is an act like any other, of which the id is kept as the reply. The same request sent
 * again finds that id and goes on from there, wherever the first one was cut off.
 */
export async function beginErrand(
  door: Door,
  errand: ErrandAnswer<Contract>,
  given: Beginning,
  request: Request,
): Promise<Afterwards<unknown>> {
  const { db: _db, now: _now, tell: _tell, account: _account, ...lasting } = given
  const scope = { communityId: given.actor.communityId, personId: given.actor.personId }
  const step = stepIn<Seated>(scope, lasting, request.endsAt)
  const id = await begun(door, { ...given, doer: given.actor }, request, () => errand.begin(given, request.input))
  return { afterwards: () => errand.goOn({ actor: given.actor, reach: given.reach, step }, id, request.input) }
}

/** The same for whoever joins: each step opens of the community only what joining needs. */
export async function beginJoinErrand(
  door: Door,
  errand: JoinErrandAnswer<Contract>,
  given: Joining,
  { doer, request }: { doer: Doer; request: Request },
): Promise<Afterwards<unknown>> {
  const { db: _db, now: _now, tell: _tell, ...lasting } = given
  const scope = { joiningCommunityId: given.communityId, personId: given.personId }
  const step = stepIn<Joining>(scope, lasting, request.endsAt)
  const id = await begun(door, { ...given, doer }, request, () => errand.begin(given, request.input))
  return { afterwards: () => errand.goOn({ step }, id, request.input) }
}

/** The id that `begin` has made, now or when the request first came. */
async function begun(
  door: Door,
  { db, now, doer }: { db: Db; now: Date; doer: Doer },
  request: Request,
  begin: () => Promise<string>,
): Promise<string> {
  const key = `${door.contract.about ?? ''}Id`
  const reply = await actOnce({ db, doer, now }, door, request, async () => ({ [key]: await begin() }))
  return (reply as { [key: string]: string })[key] ?? ''
}

/** What belongs to one transaction alone. */
type Fleeting = 'db' | 'now' | 'tell'

/** Opens a transaction of its own in the same person's scope, with the clock read anew and what is left of the time. */
const stepIn =
  <G extends Pick<Seated, Fleeting>>(scope: Scope, lasting: Omit<G, Fleeting>, endsAt: number | undefined) =>
  <T>(work: (given: G) => Promise<T>): Promise<T> =>
    inTransaction(
      pool(),
      'write',
      async (db) => {
        const now = await enterScope(db, scope)
        const tell = tellFrom(db, scope.communityId ?? scope.joiningCommunityId ?? '', now)
        return work({ ...lasting, db, now, tell } as G) // exactly the fleeting and the lasting fields make it whole
      },
      endsAt && endsAt - performance.now(),
    )
