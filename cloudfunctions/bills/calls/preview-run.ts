import type * as bills from '../../../types/contracts/bills'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { isBilledWhole, previewTotals, previewWarnings } from '../preview-store'
import { periodBefore, periodOf } from '../rules/period'
import { allowLongStatements, listUnpublished } from '../run-store'

/** What a run would bill, beside the period before, and what would stay out. Nothing is written. */
export const previewRun: Answer<typeof bills.previewRun> = async ({ db, actor }, { kind, from, items }) => {
  const period = periodOf(kind, from)
  const asked = { communityId: actor.communityId, ...period, items }
  if ((await listUnpublished(db, asked)).length > 0) throw new AppError('FEE_NOT_PUBLISHED')
  const earlier = periodBefore(kind, from)
  await allowLongStatements(db)
  const totals = await previewTotals(db, asked, earlier)
  const isWhole = await isBilledWhole(db, { ...asked, ...earlier })
  return {
    ...period,
    bills: totals.bills,
    houses: totals.houses,
    amountFen: totals.amount_fen,
    issued: { bills: totals.issued_bills, amountFen: totals.issued_fen },
    earlier: { ...earlier, houses: totals.earlier_houses, amountFen: totals.earlier_fen, isWhole },
    items: totals.items,
    ...(isWhole && { changed: { count: totals.changed_houses, houses: totals.changed } }),
    warnings: await previewWarnings(db, asked),
  }
}
