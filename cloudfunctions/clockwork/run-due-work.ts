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

/** Does everything that is due. Work that fails is kept for a later turn and holds up nothing else. */
export async function runDueWork(): Promise<DueWork> {
  const communities = await inTransaction(pool(), 'read', (db) => listDueCommunities(db))
  const done: DueWork = { communities: communities.length, failed: 0, messages: 0, sealed: 0, forgotten: 0 }
  for (const communityId of communities) {
    await attempt(done, communityId, async () => {
      const { messages, failed } = await deliverOutbox(communityId)
      done.messages += messages
      done.failed += failed
    })
    await attempt(done, communityId, async () => {
      done.sealed += await sealNew(communityId)
    })
  }
  done.forgotten = await inTransaction(pool(), 'write', (db) => forgetOldReplies(db))
  return done
}

const sealNew = (communityId: string): Promise<number> =>
  inTransaction(pool(), 'write', async (db) => {
    await enterScope(db, { communityId })
    return sealAudit(db, communityId)
  })

async function attempt(done: DueWork, communityId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    done.failed += 1
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    logLine({ fn: 'clockwork', job: 'community failed', communityId, stack })
  }
}
