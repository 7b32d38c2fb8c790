import sql from 'sql-template-tag'
import type { RepairState } from '../../../types/vocabulary/repair'
import type { Db } from '../db/db'
import { type ClockReading, readClocks, type RepairTimes, timesOf } from './clocks'
import { type HappeningRow, listHappenings } from './event-store'
import { listFrozenPromises, type PromiseRow } from './promise-store'

/** What the clocks of an order are read from. */
interface Timed {
  repair_id: string
  filed_at: Date
  state: RepairState
}

export interface ReadTimes {
  readings: ClockReading[]
  promises: PromiseRow[]
  happenings: HappeningRow[]
}

/** The clocks of several orders, each from its own promises and events. */
export async function readTimes(
  db: Db,
  communityId: string,
  repairs: Timed[],
  now: Date,
): Promise<Map<string, ReadTimes>> {
  const ids = repairs.map(({ repair_id }) => repair_id)
  const promises = await listFrozenPromises(db, communityId, ids)
  const happenings = await listHappenings(db, communityId, ids)
  return new Map(
    repairs.map(({ repair_id: id, filed_at: filedAt }) => {
      const isOwn = (row: { repair_id: string }) => row.repair_id === id
      const own = { promises: promises.filter(isOwn), happenings: happenings.filter(isOwn) }
      return [id, { ...own, readings: readClocks(own.promises, { filedAt, happenings: own.happenings, now }) }]
    }),
  )
}

/** After a move: what lists sort by and what the timer looks for follows the events again. */
export async function settleTimes(db: Db, communityId: string, repair: Timed, now: Date): Promise<RepairTimes> {
  const read = (await readTimes(db, communityId, [repair], now)).get(repair.repair_id)
  const times = timesOf(repair.state, read?.readings ?? [], read?.happenings ?? [])
  await db.run(sql`
    update repair
    set due_clock = ${times.due?.clock ?? null}, due_at = ${times.due?.at ?? null}, alarm_at = ${times.alarmAt ?? null}
    where community_id = ${communityId} and repair_id = ${repair.repair_id}`)
  return times
}
