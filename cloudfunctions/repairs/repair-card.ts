import { movesFrom } from '../shared/machine/machine'
import type { Actor } from '../shared/policy/actor'
import type { ClockReading } from '../shared/repair/clocks'
import { houseLabelFor, nameFor, readerOf, wordsFor } from '../shared/repair/masking'
import type { RepairRow } from './repair-store'
import { ratingMoves } from './rules/rating-moves'
import { REPAIR_MACHINE } from './rules/repair-machine'
import { standingTo } from './rules/standing'

/** What this person may do next: the machine's moves, and the rating beside them. */
export const movesFor = (actor: Actor, row: RepairRow, now: Date) => [
  ...movesFrom(REPAIR_MACHINE, row.state, standingTo(row, actor)),
  ...ratingMoves(row, standingTo(row, actor), now),
]

/** An order as this reader may see it, with what they may do next. */
export function cardFor(actor: Actor, row: RepairRow, readings: readonly ClockReading[], now: Date) {
  const reader = readerOf(actor, row)
  const assigneeName = nameFor(reader, { role: 'technician', name: row.assignee_name })
  return {
    repairId: row.repair_id,
    number: row.number,
    state: row.state,
    category: row.category,
    urgent: row.urgent,
    description: wordsFor(reader, row.description, row),
    place: wordsFor(reader, row.place, row),
    filedAt: row.filed_at.toISOString(),
    houseLabel: houseLabelFor(reader, row),
    ...(row.assignee_id && { assignee: { name: assigneeName ?? '维修工', mine: reader.isAssignee } }),
    ...(row.due_clock &&
      row.due_at && { due: { clock: row.due_clock, dueAt: row.due_at.toISOString(), overdue: row.due_at < now } }),
    missed: readings.filter(({ state }) => state === 'missed').map(({ clock }) => clock),
    reopened: row.reopened,
    returned: row.returned,
    ...(row.stars !== null && { stars: row.stars }),
    moves: movesFor(actor, row, now),
  }
}
