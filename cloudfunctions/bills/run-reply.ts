import type { Output } from '../../types/contracts'
import type { RunState } from '../../types/vocabulary/bill'
import type { RunRow } from './run-store'

type Run = Output<'bills.listRuns'>['runs'][number]

/** A run that was just asked for is begun in a moment; after this long without anyone at work it was cut off. */
const BEGUN_WITHIN_MS = 10_000

/** Where a run stands: what is written down says only whether it was finished, the lock says whether it is worked on. */
export function standingOf({ state, at_work, asked_at }: RunRow, now: Date): RunState {
  if (state !== 'queued') return state
  if (at_work) return 'billing'
  return now.getTime() - asked_at.getTime() < BEGUN_WITHIN_MS ? 'waiting' : 'unfinished'
}

/** A run as staff see it. */
export const replyFor = (row: RunRow, now: Date): Run => ({
  runId: row.run_id,
  kind: row.kind,
  from: row.from_on,
  to: row.to_on,
  state: standingOf(row, now),
  ...(row.items !== null && { items: row.items }),
  bills: row.bills,
  houses: row.houses,
  amountFen: row.amount_fen,
  warnings: row.warnings,
  startedAt: row.started_at.toISOString(),
  askedAt: row.asked_at.toISOString(),
  ...(row.started_by_name !== null && { startedBy: row.started_by_name }),
})
