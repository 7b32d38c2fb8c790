import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { cursorOf, readCursor } from '../../shared/db/cursor'
import { countWaiting, listRepairs as listRows } from '../repair-store'
import { cardFor } from '../repair-card'

const PAGE_SIZE = 20

/** Orders within reach, newest first, a page at a time. */
export const listRepairs: Answer<typeof repairs.listRepairs> = async ({ db, actor, reach }, { filter, after }) => {
  const rows = await listRows(db, actor, reach, { filter, after: readCursor(after), size: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  return {
    repairs: page.map((row) => cardFor(actor, row)),
    ...(rows.length > PAGE_SIZE && last && { next: cursorOf({ at: last.filed_at, id: last.repair_id }) }),
    waiting: await countWaiting(db, actor, reach),
  }
}
