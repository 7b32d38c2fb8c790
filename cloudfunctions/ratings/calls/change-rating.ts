import type * as ratings from '../../../types/contracts/ratings'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { changeUntil } from '../../shared/repair/rating-window'
import { getRated, saveRating } from '../rating-store'

/** Within seven days of the first word its writer may change it; after that it is frozen. */
export const changeRating: Answer<typeof ratings.changeRating> = async ({ db, actor, reach, now }, given) => {
  const repair = await getRated(db, actor, reach, given.repairId)
  if (repair.reporter_id !== actor.personId || repair.reader_serves) throw new AppError('NOT_ALLOWED')
  if (!repair.rated_at) throw new AppError('WRONG_STATE')
  const until = changeUntil(repair.rated_at)
  if (until <= now) throw new AppError('RATING_FROZEN')
  await saveRating(db, actor, given, now)
  return { repairId: given.repairId, changeableUntil: until.toISOString() }
}
