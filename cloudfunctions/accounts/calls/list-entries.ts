import type * as accounts from '../../../types/contracts/accounts'
import { ACCOUNT_LIMITS, quarterOf } from '../../../types/vocabulary/statement'
import type { Answer } from '../../shared/call/answer'
import { keepsBooks, readBooks } from '../books'
import { listEntriesOf } from '../entry-store'
import { checksBooks, sayEntry } from '../entry-view'
import { placeCursor, readPlace } from '../rules/entry-page'
import { findStatement } from '../statement-store'

/** The entries of a quarter. Whoever neither keeps nor checks the books sees a published quarter's, up to its head. */
export const listEntries: Answer<typeof accounts.listEntries> = async (
  { db, actor, now },
  { quarter, kind, category, after },
) => {
  const place = readPlace(after)
  const books = await readBooks(db, actor.communityId, now)
  const statement = await findStatement(db, actor.communityId, quarter)
  const published = statement?.state === 'published' ? statement : undefined
  if (!books || (!published && !checksBooks(actor))) return { entries: [] }
  const span = { ...quarterOf(quarter), headSeq: published?.content.headSeq }
  const rows = await listEntriesOf(db, books.key, span, {
    filter: { kind, category },
    after: place,
    size: ACCOUNT_LIMITS.pageSize + 1,
  })
  const page = rows.slice(0, ACCOUNT_LIMITS.pageSize)
  const last = page.at(-1)
  const reader = { actor, keeps: await keepsBooks(db, actor) }
  return {
    entries: page.map((row) => sayEntry(row, reader)),
    ...(rows.length > page.length &&
      last && { next: placeCursor({ bookedOn: last.booked_on, seq: last.seq, place: last.place }) }),
  }
}
