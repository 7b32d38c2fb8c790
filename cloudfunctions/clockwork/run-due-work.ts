import { logLine } from '../shared/call/log'
import { pool } from '../shared/db/pool'
import { enterScope } from '../shared/db/scope-store'
import { inTransaction } from '../shared/db/transaction'
import { forgetOldReplies, forgetRefusedApplications, listDueCommunities } from './clockwork-store'
import { agesAt, clearLeftovers } from './jobs/clear-leftovers'
import { deliverOutbox } from './jobs/deliver-outbox'
import { mindRepairs } from './jobs/mind-repairs'
import { sealAudit } from './jobs/seal-audit'
import { settlePayments } from './jobs/settle-payments'
import { listCommunitiesWithLeftovers } from './leftover-store'
import { listCommunitiesWithDueRepairs } from './repair-due-store'

/** What one turn of the clock did. */
export interface DueWork {
  communities: number
  failed: number
  /** Orders whose promise ran out or whose silence was long enough. */
  repairs: number
  /** Orders at WeChat that were looked at or ended, and notices applied late. */
  payments: number
  messages: number
  sealed: number
  /** Stored replies. */
  forgotten: number
  /** Refused applications whose words went. */
  applicationsEmptied: number
  /** Imports that were given up without a word, and uploads that nobody attached. */
  cleared: number
}

/** Does everything that is due. Work that fails is kept for a later turn and holds up nothing else. */
export async function runDueWork(): Promise<DueWork> {
  const done: DueWork = {
    communities: 0,
    failed: 0,
    repairs: 0,
    payments: 0,
    messages: 0,
    sealed: 0,
    forgotten: 0,
    applicationsEmptied: 0,
    cleared: 0,
  }
  // First, so that what they tell goes out in the same turn.
  const withRepairs = await inTransaction(pool(), 'read', (db) => listCommunitiesWithDueRepairs(db))
  for (const communityId of withRepairs) {
    await attempt(done, communityId, async () => {
      const { repairs, failed } = await mindRepairs(communityId)
      done.repairs += repairs
      done.failed += failed
    })
  }
  await attempt(done, 'payments of all', async () => {
    const { payments, failed } = await settlePayments()
    done.payments += payments
    done.failed += failed
  })
  const communities = await inTransaction(pool(), 'read', (db) => listDueCommunities(db))
  done.communities = communities.length
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
  done.applicationsEmptied = await inTransaction(pool(), 'write', (db) => forgetRefusedApplications(db))
  await clearAll(done)
  return done
}

async function clearAll(done: DueWork): Promise<void> {
  const communities = await inTransaction(pool(), 'read', async (db) =>
    listCommunitiesWithLeftovers(db, agesAt(await enterScope(db, {}))),
  )
  for (const communityId of communities) {
    await attempt(done, communityId, async () => {
      const { imports, files } = await clearLeftovers(communityId)
      done.cleared += imports + files
    })
  }
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
