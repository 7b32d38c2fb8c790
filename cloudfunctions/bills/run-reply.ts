import type { Output } from '../../types/contracts'
import type { RunRow } from './run-store'

type Run = Output<'bills.listRuns'>['runs'][number]

/** A run as staff see it. */
export const replyFor = (row: RunRow): Run => ({
  runId: row.run_id,
  kind: row.kind,
  from: row.from_on,
  to: row.to_on,
  state: row.state,
  bills: row.bills,
  houses: row.houses,
  amountFen: row.amount_fen,
  warnings: row.warnings,
  startedAt: row.started_at.toISOString(),
  ...(row.started_by_name !== null && { startedBy: row.started_by_name }),
})
