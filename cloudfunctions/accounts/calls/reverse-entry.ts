import type * as accounts from '../../../types/contracts/accounts'
import { quarterOf } from '../../../types/vocabulary/statement'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { reverseJournal } from '../../shared/ledger/journal-store'
import { countsAsSamePerson } from '../../shared/people/same-person-store'
import { ensureKeepsBooks, holdBooks } from '../books'
import { getEntry } from '../entry-store'
import { quarterName, reversalDay } from '../rules/booking'

/**
 * Takes an entry back by its mirror image, linked to it. Nobody takes back what they posted themselves: the poster asks, a
 * second person does it. While the quarter is open it is booked on the entry's own day, so that the quarter comes right; in
 * a published quarter today, as a correction of that one.
 */
export const reverseEntry: Answer<typeof accounts.reverseEntry> = async ({ db, actor, now }, { entryId, reason }) => {
  if (actor.role === 'manager') await ensureKeepsBooks(db, actor)
  const { key, facts } = await holdBooks(db, actor.communityId, now)
  const entry = await getEntry(db, key, entryId)
  if (entry.posted_by !== null && (await countsAsSamePerson(db, actor, entry.posted_by)))
    throw new AppError('ENTRY_OWN')
  if (entry.reverses !== null) throw new AppError('JOURNAL_REVERSED')
  const bookedOn = reversalDay(entry.booked_on, facts)
  const posted = await reverseJournal(db, actor.communityId, {
    journalId: entryId,
    bookedOn,
    words: reason,
    ...(bookedOn !== entry.booked_on && { correctsQuarter: quarterName(quarterOf(entry.booked_on).from) }),
  })
  return { entryId: posted.journalId, reverses: entryId, bookedOn }
}
