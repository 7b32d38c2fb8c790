import { HOUSE_ROLES } from '../../../types/vocabulary/roles'
import type { Db } from '../../shared/db/db'
import { pool } from '../../shared/db/pool'
import { enterScope } from '../../shared/db/scope-store'
import { inTransaction } from '../../shared/db/transaction'
import { TO_RESIDENTS } from '../../shared/outbox/outbox-store'
import {
  type DueRow,
  insertMessage,
  insertMessagesToRoles,
  listDueIds,
  lockDue,
  markDone,
  postpone,
} from '../outbox-due-store'

const MOST_PER_TURN = 200

/**
 * Delivers what is due into the inboxes of one community, each row in a transaction of its own: one that fails is put
 * off, with what went wrong, and the others go on. Gives the messages written and the rows put off.
 */
export async function deliverOutbox(communityId: string): Promise<{ messages: number; failed: number }> {
  const due = await inScope(communityId, (db, now) => listDueIds(db, communityId, now, MOST_PER_TURN))
  const delivered = { messages: 0, failed: 0 }
  for (const outboxId of due) {
    try {
      delivered.messages += await inScope(communityId, (db, now) => deliverOne(db, communityId, outboxId, now))
    } catch (error) {
      delivered.failed += 1
      const reason = error instanceof Error ? error.message : String(error)
      await inScope(communityId, (db, now) => postpone(db, { communityId, outboxId, reason, now }))
    }
  }
  return delivered
}

const inScope = <T>(communityId: string, work: (db: Db, now: Date) => Promise<T>): Promise<T> =>
  inTransaction(pool(), 'write', async (db) => work(db, await enterScope(db, { communityId })))

async function deliverOne(db: Db, communityId: string, outboxId: string, now: Date): Promise<number> {
  const due = await lockDue(db, communityId, outboxId, now)
  if (!due) return 0 // another turn of the clock has it
  const written = await deliver(db, communityId, due, now)
  await markDone(db, communityId, due.outbox_id, now)
  return written
}

/** To one person, or to everyone who holds the role now; somebody who is owner here and tenant there is told once. */
function deliver(db: Db, communityId: string, due: DueRow, now: Date): Promise<number> {
  if (due.to_person_id !== null) return insertMessage(db, communityId, due, due.to_person_id, now)
  const roles = due.to_role === TO_RESIDENTS ? [...HOUSE_ROLES] : due.to_role === null ? [] : [due.to_role]
  return insertMessagesToRoles(db, communityId, due, roles, now)
}
