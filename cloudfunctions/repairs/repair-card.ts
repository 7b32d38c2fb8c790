import { movesFrom } from '../shared/machine/machine'
import type { Actor } from '../shared/policy/actor'
import type { RepairRow } from './repair-store'
import { houseLabelFor, wordsFor } from './rules/masking'
import { REPAIR_MACHINE } from './rules/repair-machine'
import { standingTo } from './rules/standing'

/** An order as this reader may see it, with what they may do next. */
export const cardFor = (reader: Actor, row: RepairRow) => ({
  repairId: row.repair_id,
  number: row.number,
  state: row.state,
  description: wordsFor(reader.role, row.description, row),
  place: wordsFor(reader.role, row.place, row),
  filedAt: row.filed_at.toISOString(),
  houseLabel: houseLabelFor(reader.role, row),
  moves: movesFrom(REPAIR_MACHINE, row.state, standingTo(row, reader)),
})
