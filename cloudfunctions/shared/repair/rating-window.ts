import { RATING_LIMITS } from '../../../types/vocabulary/rating'

const DAY = 24 * 60 * 60_000

/** Until when a repair that was confirmed then may be rated. */
export const rateUntil = (confirmedAt: Date): Date =>
  new Date(confirmedAt.getTime() + RATING_LIMITS.givenWithinDays * DAY)

/** Until when a rating that was given then may be changed; after that it is frozen. */
export const changeUntil = (ratedAt: Date): Date => new Date(ratedAt.getTime() + RATING_LIMITS.changedWithinDays * DAY)
