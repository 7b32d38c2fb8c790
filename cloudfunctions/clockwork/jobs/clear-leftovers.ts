import type { Db } from '../../shared/db/db'
import { pool } from '../../shared/db/pool'
import { enterScope } from '../../shared/db/scope-store'
import { inTransaction } from '../../shared/db/transaction'
import { type Ages, dropAbandonedImports, listLeaving, markOrphans, markRemoved } from '../leftover-store'
import { removeFiles } from '../storage'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const IMPORT_DAYS = 7
/** Longer than any act may run that is attaching a file while it is marked. */
const LEAVING_MINUTES = 10
const FILES_PER_TURN = 100

/** An import waits seven days for whoever began it, an upload one day for a record; a file on its way out ten minutes more. */
export const agesAt = (now: Date): Ages => ({
  importsBefore: new Date(now.getTime() - IMPORT_DAYS * DAY_MS),
  filesBefore: new Date(now.getTime() - DAY_MS),
  leavingBefore: new Date(now.getTime() - LEAVING_MINUTES * MINUTE_MS),
})

const inScope = <T>(communityId: string, work: (db: Db, now: Date) => Promise<T>): Promise<T> =>
  inTransaction(pool(), 'write', async (db) => work(db, await enterScope(db, { communityId })))

/**
 * Clears away what nobody finished in one community: imports in one transaction, files in two with the storage between them,
 * which is asked outside of both. What the storage does not take now is asked again in a later turn. Gives how many went.
 */
export async function clearLeftovers(communityId: string): Promise<{ imports: number; files: number }> {
  const imports = await inScope(communityId, (db, now) =>
    dropAbandonedImports(db, communityId, agesAt(now).importsBefore, now),
  )
  const leaving = await inScope(communityId, async (db, now) => {
    const { filesBefore, leavingBefore } = agesAt(now)
    await markOrphans(db, communityId, filesBefore, now)
    return listLeaving(db, communityId, leavingBefore, now, FILES_PER_TURN)
  })
  if (leaving.length === 0) return { imports, files: 0 }
  const gone = new Set(await removeFiles(leaving.map((file) => file.cloud_file_id)))
  const removed = leaving.filter((file) => gone.has(file.cloud_file_id)).map((file) => file.file_id)
  return { imports, files: await inScope(communityId, (db) => markRemoved(db, communityId, removed)) }
}
