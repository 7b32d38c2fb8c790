import { pool } from '../db/pool'
import { enterScope } from '../db/scope-store'
import { inTransaction } from '../db/transaction'
import { tellFrom } from '../outbox/outbox-store'
import { actOnce } from './act-once'
import type { Contract } from '../../../types/contracts/contract'
import type { Beginning, ErrandAnswer, Outside } from './answer'
import type { Afterwards } from './afterwards'
import type { Door } from './doors'

/**
 * Begins an errand: its first half is an act like any other, of which the id is kept as the reply. The same request sent
 * again finds that id and goes on from there, wherever the first one was cut off.
 */
export async function beginErrand(
  door: Door,
  errand: ErrandAnswer<Contract>,
  given: Beginning,
  request: { input: unknown; requestId: string | undefined },
): Promise<Afterwards<unknown>> {
  const key = `${door.contract.about ?? ''}Id`
  const begin = async () => ({ [key]: await errand.begin(given, request.input) })
  const begun = (await actOnce({ db: given.db, doer: given.actor, now: given.now }, door, request, begin)) as {
    [key: string]: string // what `begin` above has made, now or when the request first came
  }
  const outside: Outside = { actor: given.actor, reach: given.reach, step: stepOf(given) }
  return { afterwards: () => errand.goOn(outside, begun[key] ?? '', request.input) }
}

/** A transaction of its own in the same person's scope, with the clock read anew. */
const stepOf =
  ({ call, actor, reach }: Beginning): Outside['step'] =>
  (work) =>
    inTransaction(pool(), 'write', async (db) => {
      const now = await enterScope(db, { communityId: actor.communityId, personId: actor.personId })
      return work({ db, call, actor, reach, now, tell: tellFrom(db, actor.communityId, now) })
    })
