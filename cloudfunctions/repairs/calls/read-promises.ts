import type * as repairs from '../../../types/contracts/repairs'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { dueAfter } from '../../shared/repair/due-after'
import { findGradeOn, listOffers } from '../../shared/repair/promise-store'

/** What the contract promises for a repair reported at this moment, said before anything is filed. */
export const readPromises: Answer<typeof repairs.readPromises> = async ({ db, actor, now }) => {
  const day = businessDate(now)
  const gradeCode = await findGradeOn(db, actor.communityId, day)
  const offers = await listOffers(db, actor.communityId, day)
  return {
    ...(gradeCode && { gradeCode }),
    promises: offers.map((offer) => ({
      urgent: offer.urgent,
      clock: offer.clock,
      minutes: offer.minutes,
      calendar: offer.calendar,
      dueAt: dueAfter(now, offer.minutes, offer.calendar).toISOString(),
      clauseNo: offer.clause_no,
      words: offer.words,
    })),
  }
}
