import type { Role } from '../../types/vocabulary/roles'
import type { RepairRow } from './repair-store'
import { houseLabelFor } from './rules/masking'

/** An order as a row of a list, as far as this reader may see it. */
export const cardFor = (reader: Role, row: RepairRow) => ({
  repairId: row.repair_id,
  number: row.number,
  state: row.state,
  description: row.description,
  place: row.place,
  filedAt: row.filed_at.toISOString(),
  houseLabel: houseLabelFor(reader, row),
})
