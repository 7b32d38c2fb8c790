import type * as bills from '../../../types/contracts/bills'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { replyFor } from '../run-reply'
import { periodOf } from '../rules/period'
import { claimRun, finishRun, issueBills, listUnpublished, lockBilling, tellPayers } from '../run-store'

/**
 * Issues the bills of a period, all in this one transaction: whoever leaves finds the run finished or not begun. Running the
 * same period again bills what was left out before, and nothing twice.
 */
export const startRun: Answer<typeof bills.startRun> = async ({ db, actor, now }, { kind, from, items }) => {
  const asked = { communityId: actor.communityId, ...periodOf(kind, from), items }
  await lockBilling(db, actor)
  if ((await listUnpublished(db, asked)).length > 0) throw new AppError('FEE_NOT_PUBLISHED')
  const runId = await claimRun(db, actor, asked, kind, now)
  const newBills = await issueBills(db, actor, asked, { runId, day: businessDate(now), now })
  const row = await finishRun(db, asked, { runId, now })
  if (row.bills === 0) throw new AppError('NOTHING_TO_BILL')
  if (newBills > 0) await tellPayers(db, actor, { runId, now })
  return { runId, newBills, run: replyFor(row) }
}
