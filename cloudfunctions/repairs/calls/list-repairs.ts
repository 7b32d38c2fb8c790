import type * as repairs from '../../../types/contracts/repairs'
import type { RepairFilter } from '../../../types/vocabulary/repair'
import type { Answer } from '../../shared/call/answer'
import { cursorOf, readCursor } from '../../shared/db/cursor'
import { readTimes } from '../../shared/repair/settle-store'
import { cardFor } from '../repair-card'
import { countWaiting, listNewest, listPressing } from '../repair-store'

const PAGE_SIZE = 20
const PRESSING_MAX = 100
const PRESSING: readonly RepairFilter[] = ['tasks', 'overdue']

/** Orders within reach, newest first, a page at a time; what presses, by what is due first, on one page. */
export const listRepairs: Answer<typeof repairs.listRepairs> = async ({ db, actor, reach, now }, { filter, after }) => {
  const rows = PRESSING.includes(filter)
    ? await listPressing(db, actor, reach, { filter, now, size: PRESSING_MAX })
    : await listNewest(db, actor, reach, { filter, now, after: readCursor(after), size: PAGE_SIZE + 1 })
  const page = PRESSING.includes(filter) ? rows : rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const times = await readTimes(db, actor.communityId, page, now)
  return {
    repairs: page.map((row) => cardFor(actor, row, times.get(row.repair_id)?.readings ?? [], now)),
    ...(rows.length > page.length && last && { next: cursorOf({ at: last.filed_at, id: last.repair_id }) }),
    waiting: await countWaiting(db, actor, reach, now),
    now: now.toISOString(),
  }
}
