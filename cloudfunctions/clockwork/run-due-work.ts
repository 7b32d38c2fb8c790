import { logLine } from '../shared/call/log'
import { pool } from '../shared/db/pool'
import { enterScope } from '../shared/db/scope-store'
import { inTransaction } from '../shared/db/transaction'
import { forgetOldReplies, listDueCommunities } from './clockwork-store'
import { deliverOutbox } from './jobs/deliver-outbox'
import { sealAudit } from './jobs/seal-audit'

/** What one turn of the clock did. */
export interface DueWork {
  communities: number
  failed: number
  messages: number
  sealed: number
  forgotten: number
}

/** Does everything that is due. A community whose work fails keeps it for the next turn and holds up no other. */
export async function runDueWork(): Promise<DueWork> {
  const communities = await inTransaction(pool(), 'read', (db) => listDueCommunities(db))
  const done: DueWork = { communities: communities.length, failed: 0, messages: 0, sealed: 0, forgotten: 0 }
  for (const communityId of communities) {
    try {
      const { messages, sealed } = await workFor(communityId)
      done.messages += messages
      done.sealed += sealed
    } catch (error) {
      done.failed += 1
      logLine({ fn: 'clockwork', job: 'community failed', communityId, stack: String(error instanceof Error ? error.stack : error) })
    }
  }
  done.forgotten = await inTransaction(pool(), 'write', (db) => forgetOldReplies(db))
  return done
}

const workFor = (communityId: string) =>
  inTransaction(pool(), 'write', async (db) => {
    const now = await enterScope(db, { communityId })
    const messages = await deliverOutbox(db, communityId, now)
    const sealed = await sealAudit(db, communityId)
    return { messages, sealed }
  })
