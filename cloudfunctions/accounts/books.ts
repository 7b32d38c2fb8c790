import { businessDate } from '../../types/vocabulary/dates'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import { ledgerOf } from '../shared/ledger/journal-store'
import type { Actor } from '../shared/policy/actor'
import { type Books, findBeginning, findBooks, hasCommittee, lockBooks } from './books-store'
import type { BooksFacts } from './rules/booking'

/** The books of public revenue with how far they are. */
export interface OpenBooks {
  books: Books
  key: { communityId: string; ledgerId: string }
  facts: BooksFacts
}

/** Whether this actor keeps the books: the committee, and the manager where nobody holds its office. */
export const keepsBooks = async (db: Db, { role, communityId }: Actor): Promise<boolean> =>
  role === 'committee' || (role === 'manager' && !(await hasCommittee(db, communityId)))

/** Throws COMMITTEE_KEEPS_BOOKS where the manager would write beside a committee. */
export async function ensureKeepsBooks(db: Db, actor: Actor): Promise<void> {
  if (!(await keepsBooks(db, actor))) throw new AppError('COMMITTEE_KEEPS_BOOKS')
}

/** The books held until the end of the act, opened where there are none: whoever writes waits for whoever publishes. */
export async function holdBooks(db: Db, communityId: string, now: Date): Promise<OpenBooks> {
  const { ledgerId } = await ledgerOf(db, communityId, 'publicRevenue')
  return openBooks(db, communityId, await lockBooks(db, communityId, ledgerId), now)
}

/** The books as they are, or undefined where nothing was ever booked. */
export async function readBooks(db: Db, communityId: string, now: Date): Promise<OpenBooks | undefined> {
  const books = await findBooks(db, communityId)
  return books && openBooks(db, communityId, books, now)
}

async function openBooks(db: Db, communityId: string, books: Books, now: Date): Promise<OpenBooks> {
  const { opened_on, first_on } = await findBeginning(db, communityId, books.ledger_id)
  return {
    books,
    key: { communityId, ledgerId: books.ledger_id },
    facts: { today: businessDate(now), closedBefore: books.closed_before, openedOn: opened_on, firstOn: first_on },
  }
}
