import type { Db } from '../../shared/db/db'
import { type DueRow, insertMessage, listHoldersOf, lockDue, markDone } from '../outbox-due-store'

const MOST_PER_TURN = 200

/** Delivers what is due into the inboxes of one community; gives the number of messages written. */
export async function deliverOutbox(db: Db, communityId: string, now: Date): Promise<number> {
  let written = 0
  for (const due of await lockDue(db, communityId, now, MOST_PER_TURN)) {
    for (const personId of await addresseesOf(db, communityId, due, now)) {
      written += await insertMessage(db, communityId, due, personId, now)
    }
    await markDone(db, communityId, due.outbox_id, now)
  }
  return written
}

const addresseesOf = async (db: Db, communityId: string, due: DueRow, now: Date): Promise<string[]> => {
  if (due.to_person_id !== null) return [due.to_person_id]
  return due.to_role === null ? [] : listHoldersOf(db, communityId, due.to_role, now)
}
