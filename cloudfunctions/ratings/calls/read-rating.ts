import type * as ratings from '../../../types/contracts/ratings'
import type { Answer } from '../../shared/call/answer'
import { readerOf, wordsFor } from '../../shared/repair/masking'
import { changeUntil, rateUntil } from '../../shared/repair/rating-window'
import { getRated } from '../rating-store'

/** The rating of an order within reach, and until when this reader may still give one. */
export const readRating: Answer<typeof ratings.readRating> = async ({ db, actor, reach, now }, { repairId }) => {
  const row = await getRated(db, actor, reach, repairId)
  const mine = row.reporter_id === actor.personId
  if (row.rated_at === null || row.stars === null) {
    const until = row.state === 'confirmed' && row.confirmed_at ? rateUntil(row.confirmed_at) : undefined
    const mayRate = until && until > now && mine && !row.reader_serves
    return mayRate ? { mayRateUntil: until.toISOString() } : {}
  }
  return {
    rating: {
      stars: row.stars,
      tags: row.tags ?? [],
      ...(row.words !== null && { words: wordsFor(readerOf(actor, row), row.words, row) }),
      ratedAt: row.rated_at.toISOString(),
      ...(row.changed_at && { changedAt: row.changed_at.toISOString() }),
      changeableUntil: changeUntil(row.rated_at).toISOString(),
      mine,
    },
  }
}
