import { RATING_ACTS, type RatingAct } from '../../../types/vocabulary/rating'
import type { RepairState } from '../../../types/vocabulary/repair'
import type { Standing } from '../../shared/machine/machine'
import { reachOf } from '../../shared/policy/policy'
import { changeUntil, rateUntil } from '../../shared/repair/rating-window'

interface Rated {
  state: RepairState
  confirmed_at: Date | null
  rated_at: Date | null
  /** Whether the reader works for the property here: staff never rate, whichever seat they act in (model.md D7 13). */
  reader_serves: boolean
}

interface RatingMove {
  act: RatingAct
  does: string
  call: 'ratings.rateRepair' | 'ratings.changeRating'
}

/** What the reporter may do about the rating: it is no state of the order, so it stands beside the machine. */
export function ratingMoves(repair: Rated, { role, isReporter }: Standing, now: Date): RatingMove[] {
  if (!isReporter || repair.reader_serves || repair.state !== 'confirmed' || !repair.confirmed_at) return []
  if (reachOf('ratings.rateRepair', role) === undefined) return []
  if (repair.rated_at)
    return now < changeUntil(repair.rated_at)
      ? [{ act: 'changeRating', does: RATING_ACTS.changeRating.zh, call: 'ratings.changeRating' }]
      : []
  return now < rateUntil(repair.confirmed_at)
    ? [{ act: 'rate', does: RATING_ACTS.rate.zh, call: 'ratings.rateRepair' }]
    : []
}
