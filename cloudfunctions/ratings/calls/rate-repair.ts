import type * as ratings from '../../../types/contracts/ratings'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { changeUntil, rateUntil } from '../../shared/repair/rating-window'
import { getRated, insertRating } from '../rating-store'

/**
 * The reporter rates an order once, after it is confirmed and within thirty days. Whoever works for the property here does
 * not, whichever seat they act in (model.md D7 13). Whoever mended it is told.
 */
export const rateRepair: Answer<typeof ratings.rateRepair> = async ({ db, actor, reach, now, tell }, given) => {
  const repair = await getRated(db, actor, reach, given.repairId)
  if (repair.reporter_id !== actor.personId || repair.reader_serves) throw new AppError('NOT_ALLOWED')
  if (repair.rated_at) throw new AppError('REPAIR_IS_RATED')
  if (repair.state !== 'confirmed' || !repair.confirmed_at) throw new AppError('WRONG_STATE')
  if (rateUntil(repair.confirmed_at) <= now) throw new AppError('RATING_TOO_LATE')
  await insertRating(db, actor, given, now)
  if (repair.assignee_id) await tell({ personId: repair.assignee_id }, 'repairRated', given.repairId)
  return { repairId: given.repairId, changeableUntil: changeUntil(now).toISOString() }
}
