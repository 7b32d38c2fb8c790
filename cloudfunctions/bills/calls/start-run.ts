import type * as bills from '../../../types/contracts/bills'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { tellPayers } from '../../shared/billing/tell-payers-store'
import { AppError } from '../../shared/call/app-error'
import { replyFor } from '../run-reply'
import { periodOf } from '../rules/period'
import { accrueRun } from '../accrual-store'
import { claimRun, finishRun, getRun, issueBills, listUnpublished, takeRun } from '../run-store'

/**
 * Issues the bills of a period. The run is asked for and committed first, so that whoever leaves finds it and a second desk
 * sees it; then all its bills are issued in one transaction: it is finished, or nothing of it stands and it can be asked for
 * again. Running the same period again bills what was left out before, and nothing twice. While somebody else works on the
 * same run, the answer is how it stands.
 */
export const startRun: Answer<typeof bills.startRun> = {
  begin: async ({ db, actor, now }, { kind, from, items }) => {
    const asked = { communityId: actor.communityId, ...periodOf(kind, from), items }
    if ((await listUnpublished(db, asked)).length > 0) throw new AppError('FEE_NOT_PUBLISHED')
    return claimRun(db, actor, asked, kind, now)
  },
  goOn: async ({ actor, step }, runId, { kind, from, items }) => {
    const asked = { communityId: actor.communityId, ...periodOf(kind, from), items }
    const reply = await step(async ({ db, now }) => {
      if (!(await takeRun(db, actor, runId))) {
        return { runId, newBills: 0, run: replyFor(await getRun(db, actor, runId), now) }
      }
      const newBills = await issueBills(db, actor, asked, { runId, day: businessDate(now), now })
      const row = await finishRun(db, asked, { runId, now })
      if (newBills > 0) {
        await tellPayers(db, actor, { madeBy: runId, now })
        await accrueRun(db, actor, { runId, now }) // last: the ledger is locked from here on
      }
      return { runId, newBills, run: replyFor(row, now) }
    })
    if (reply.run.state === 'empty') throw new AppError('NOTHING_TO_BILL')
    return reply
  },
}
