import sql from 'sql-template-tag'
import * as z from 'zod'
import { KEPT_DAYS } from '../../types/vocabulary/retention'
import type { Db } from '../shared/db/db'

/** Communities that have messages to deliver or audit rows to seal. */
export async function listDueCommunities(db: Db): Promise<string[]> {
  const rows = await db.many(
    z.object({ community_id: z.string() }),
    sql`select due as community_id from due_communities() as due order by due limit 10000`,
  )
  return rows.map((row) => row.community_id)
}

/** Stored replies serve retries of minutes; after a week they go. */
export async function forgetOldReplies(db: Db): Promise<number> {
  const row = await db.one(z.object({ gone: z.int() }), sql`select forget_old_replies() as gone`)
  return row.gone
}

/** What refused applicants typed goes once it is older than is kept; gives how many applications. */
export async function forgetRefusedApplications(db: Db): Promise<number> {
  const row = await db.one(
    z.object({ gone: z.int() }),
    sql`select forget_refused_applications(${KEPT_DAYS.refusedApplication.days}) as gone`,
  )
  return row.gone
}
