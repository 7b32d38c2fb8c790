import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from './db'

/** For whom a transaction works. What is left out sees nothing. */
export interface Scope {
  communityId?: string | undefined
  publicCommunityId?: string | undefined
  /** The community that somebody without a seat is about to join: of it only what joining needs is open. */
  joiningCommunityId?: string | undefined
  personId?: string | undefined
}

/**
 * Opens row-level security for this transaction alone (`set_config(…, true)`), and reads the one clock.
 * At the end of the transaction the settings are gone, so a pooled connection carries nothing over.
 */
export async function enterScope(db: Db, scope: Scope): Promise<Date> {
  const row = await db.one(
    z.object({ now: z.date() }),
    sql`
      select app_now() as now,
        set_config('app.communities', ${scope.communityId ? `{${scope.communityId}}` : ''}, true),
        set_config('app.public_community', ${scope.publicCommunityId ?? ''}, true),
        set_config('app.joining_community', ${scope.joiningCommunityId ?? ''}, true),
        set_config('app.person', ${scope.personId ?? ''}, true)`,
  )
  return row.now
}
