import sql from 'sql-template-tag'
import * as z from 'zod'
import { REPAIR_STATE_IDS } from '../../types/vocabulary/repair'
import type { Db } from '../shared/db/db'

const DueRepair = z.object({
  repair_id: z.string(),
  reporter_id: z.string(),
  state: z.enum(REPAIR_STATE_IDS),
  filed_at: z.date(),
})
export type DueRepair = z.output<typeof DueRepair>

/** The communities in which an order waits for the timer. */
export async function listCommunitiesWithDueRepairs(db: Db): Promise<string[]> {
  const rows = await db.many(
    z.object({ community_id: z.string() }),
    sql`select due as community_id from communities_with_due_repairs() as due order by due limit 10000`,
  )
  return rows.map((row) => row.community_id)
}

/** The orders of a community that the timer must look at, the longest waiting first. */
export async function listDueRepairIds(db: Db, communityId: string, now: Date, most: number): Promise<string[]> {
  const rows = await db.many(
    z.object({ repair_id: z.string() }),
    sql`
      select repair_id
      from repair
      where community_id = ${communityId} and alarm_at <= ${now}
      order by alarm_at, repair_id
      limit ${most}`,
  )
  return rows.map((row) => row.repair_id)
}

/** The order, if it is still due and neither a person nor another turn of the clock is at it. */
export const lockDueRepair = (
  db: Db,
  communityId: string,
  repairId: string,
  now: Date,
): Promise<DueRepair | undefined> =>
  db.find(
    DueRepair,
    sql`
      select repair_id, reporter_id, state, filed_at
      from repair
      where community_id = ${communityId} and repair_id = ${repairId} and alarm_at <= ${now}
      for update skip locked`,
  )

export const saveConfirmed = (db: Db, communityId: string, repairId: string, now: Date) =>
  db.run(sql`
    update repair
    set state = 'confirmed', confirmed_at = ${now}
    where community_id = ${communityId} and repair_id = ${repairId}`)
