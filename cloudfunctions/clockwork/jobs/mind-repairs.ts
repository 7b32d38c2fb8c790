import type { Db } from '../../shared/db/db'
import { pool } from '../../shared/db/pool'
import { enterScope } from '../../shared/db/scope-store'
import { inTransaction } from '../../shared/db/transaction'
import { logLine } from '../../shared/call/log'
import { tellFrom } from '../../shared/outbox/outbox-store'
import { addEvent } from '../../shared/repair/event-store'
import { readTimes, settleTimes } from '../../shared/repair/settle-store'
import { type DueRepair, listDueRepairIds, lockDueRepair, saveConfirmed } from '../repair-due-store'

const MOST_PER_TURN = 200

/**
 * Looks after the orders of one community whose time has come, each in a transaction of its own: a promise that ran out is
 * written into the order's history and told once to clerks and managers; a finished order that its reporter has said
 * nothing about for three days is confirmed, and never rated. Gives how many orders it looked after and how many failed.
 */
export async function mindRepairs(communityId: string): Promise<{ repairs: number; failed: number }> {
  const ids = await inScope(communityId, (db, now) => listDueRepairIds(db, communityId, now, MOST_PER_TURN))
  const done = { repairs: 0, failed: 0 }
  for (const repairId of ids) {
    try {
      done.repairs += await inScope(communityId, (db, now) => mindOne(db, communityId, repairId, now))
    } catch (error) {
      done.failed += 1 // it stays due, and the others go on
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
      logLine({ fn: 'clockwork', job: 'repair failed', communityId, repairId, stack })
    }
  }
  return done
}

const inScope = <T>(communityId: string, work: (db: Db, now: Date) => Promise<T>): Promise<T> =>
  inTransaction(pool(), 'write', async (db) => work(db, await enterScope(db, { communityId })))

async function mindOne(db: Db, communityId: string, repairId: string, now: Date): Promise<number> {
  const repair = await lockDueRepair(db, communityId, repairId, now)
  if (!repair) return 0
  const state = repair.state === 'done' ? await confirmBySilence(db, communityId, repair, now) : repair.state
  if (state !== 'confirmed') await tellMissed(db, communityId, repair, now)
  await settleTimes(db, communityId, { ...repair, state }, now)
  return 1
}

async function confirmBySilence(
  db: Db,
  communityId: string,
  { repair_id: repairId, reporter_id }: DueRepair,
  now: Date,
) {
  const state = 'confirmed' as const
  await saveConfirmed(db, communityId, repairId, now)
  await addEvent(db, communityId, { repairId, act: 'confirmBySilence', toState: state, at: now, by: 'the clock' })
  await tellFrom(db, communityId, now)({ personId: reporter_id }, 'repairConfirmedBySilence', repairId)
  return state
}

/** Every promise that has run out and that nobody has been told of: once for each, whatever happens to the order later. */
async function tellMissed(db: Db, communityId: string, repair: DueRepair, now: Date): Promise<void> {
  const { repair_id: repairId, state } = repair
  const times = (await readTimes(db, communityId, [repair], now)).get(repairId)
  const told = (times?.happenings ?? []).filter(({ act }) => act === 'miss').map(({ detail }) => detail)
  const missed = (times?.readings ?? []).filter((each) => each.runs && each.dueAt <= now && !told.includes(each.clock))
  const tell = tellFrom(db, communityId, now)
  for (const { clock } of missed) {
    await addEvent(db, communityId, { repairId, act: 'miss', toState: state, at: now, by: 'the clock', detail: clock })
    await tell({ role: 'clerk' }, 'repairPromiseMissed', repairId)
    await tell({ role: 'manager' }, 'repairPromiseMissed', repairId)
  }
}
