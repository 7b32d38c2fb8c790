import type { Db } from '../../shared/db/db'
import { HOUSE_ROLES } from '../../../types/vocabulary/roles'
import { TO_RESIDENTS } from '../../shared/outbox/outbox-store'
import { type DueRow, insertMessage, insertMessagesToRoles, lockDue, markDone } from '../outbox-due-store'

const MOST_PER_TURN = 200

/** Delivers what is due into the inboxes of one community; gives the number of messages written. */
export async function deliverOutbox(db: Db, communityId: string, now: Date): Promise<number> {
  let written = 0
  for (const due of await lockDue(db, communityId, now, MOST_PER_TURN)) {
    written += await deliver(db, communityId, due, now)
    await markDone(db, communityId, due.outbox_id, now)
  }
  return written
}

/** To one person, or to everyone who holds the role now; somebody who is owner here and tenant there is told once. */
function deliver(db: Db, communityId: string, due: DueRow, now: Date): Promise<number> {
  if (due.to_person_id !== null) return insertMessage(db, communityId, due, due.to_person_id, now)
  const roles = due.to_role === TO_RESIDENTS ? [...HOUSE_ROLES] : due.to_role === null ? [] : [due.to_role]
  return insertMessagesToRoles(db, communityId, due, roles, now)
}
