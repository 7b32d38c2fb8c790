import type * as statements from '../../../types/contracts/accounts-statements'
import { businessDate } from '../../../types/vocabulary/dates'
import { ACCOUNT_LIMITS, quarterOf } from '../../../types/vocabulary/statement'
import type { Answer } from '../../shared/call/answer'
import type { Db } from '../../shared/db/db'
import { keepsBooks, type OpenBooks, readBooks } from '../books'
import { getRules } from '../books-store'
import { listMissing } from '../entry-store'
import { sayEntry } from '../entry-view'
import { nextQuarter } from '../rules/booking'
import { dueOn } from '../rules/due'
import { checksOf, contentAt, daysUntil, headOf, isStale, movesOf, remarksOf, sayContent } from '../statement-facts'
import { findStatement, type StatementRow } from '../statement-store'

/**
 * The quarter that is to be published next, or the one asked for, as the books stand now: what was expected and arrived,
 * which vouchers are missing, how many days are left, and the steps to publication.
 */
export const readCockpit: Answer<typeof statements.readCockpit> = async ({ db, actor, now }, input) => {
  const { communityId } = actor
  const today = businessDate(now)
  const open = (await readBooks(db, communityId, now)) ?? unbegun(communityId, today)
  const due = nextQuarter(open.facts)
  const { from, to } = input.quarter === undefined ? due : quarterOf(input.quarter)
  const { publish_within_days } = await getRules(db, communityId)
  const row = await findStatement(db, communityId, from)
  const stale = row !== undefined && (await isStale(db, row))
  const content = await contentNow(db, open, from, row)
  const keeps = await keepsBooks(db, actor)
  const dueDay = dueOn(to, publish_within_days)
  const missing = await listMissing(
    db,
    open.key,
    { from, to },
    ACCOUNT_LIMITS.incomeVoucherFromFen,
    ACCOUNT_LIMITS.pageSize,
  )
  return {
    ...sayContent(content, row?.content_sha256 ?? ''),
    dueOn: dueDay,
    daysLeft: daysUntil(dueDay, now),
    missing: missing.map((entry) => sayEntry(entry, { actor, keeps })),
    checks: await checksOf(db, open.key, content, { statement: row, stale, now }),
    ...(row && {
      statement: {
        statementId: row.statement_id,
        state: row.state,
        contentSha256: row.content_sha256,
        stale,
        moves: await movesOf(db, actor, row, stale),
      },
    }),
    keeps,
    mayDraft: keeps && from === due.from && today >= to && row?.state !== 'published',
    quarters: [...new Set([due.from, quarterOf(today).from])].sort(),
    now: now.toISOString(),
  }
}

/** Books in which nothing was ever booked: no ledger has this id. */
const unbegun = (communityId: string, today: string): OpenBooks => ({
  books: { ledger_id: NO_LEDGER, closed_before: null, head_seq: 0, head_hash: '0'.repeat(64) },
  key: { communityId, ledgerId: NO_LEDGER },
  facts: { today, closedBefore: null, openedOn: null, firstOn: null },
})
const NO_LEDGER = '00000000-0000-0000-0000-000000000000'

/** What is on the books now, with what the draft says of gaps and bank; a published quarter says what it was published with. */
const contentNow = async (db: Db, open: OpenBooks, from: string, row: StatementRow | undefined) =>
  row?.state === 'published'
    ? row.content
    : contentAt(db, open.key, from, {
        head: headOf(open),
        remarks: row ? remarksOf(row.content) : { gaps: new Map(), bank: null },
      })
