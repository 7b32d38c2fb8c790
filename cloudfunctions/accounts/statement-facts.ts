import { businessDate, daysBetween } from '../../types/vocabulary/dates'
import { ACCOUNT_LIMITS, quarterOf } from '../../types/vocabulary/statement'
import { sha256OfJson } from '../shared/db/canonical'
import type { Db } from '../shared/db/db'
import { movesFrom, type Standing } from '../shared/machine/machine'
import type { Actor } from '../shared/policy/actor'
import { keepsBooks, type OpenBooks } from './books'
import { type BooksKey, listMissing } from './entry-store'
import { balanceBefore, listLateVouchers, listSourcesOf, sumLines, wasBookedAfter } from './figure-store'
import { type Checked, checklistOf } from './rules/checklist'
import { figuresOf, type StatementBank, type StatementContent } from './rules/content'
import { expectedIn } from './rules/expected'
import { STATEMENT_MACHINE } from './rules/statement-machine'
import { findPublishedBefore, type StatementRow } from './statement-store'

/** What people add to the figures: why a contract brought less, and what the bank says. */
export interface Remarks {
  gaps: ReadonlyMap<string, string>
  bank: StatementBank | null
}

export interface Head {
  seq: number
  hash: string
}

/** The remarks that a kept statement holds. */
export const remarksOf = ({ sources, bank }: StatementContent): Remarks => ({
  gaps: new Map(sources.flatMap(({ sourceId, note }) => (note === null ? [] : [[sourceId, note] as const]))),
  bank,
})

/**
 * What a quarter's statement says at a head of the chain: opening + in − out = closing, over every entry booked before the
 * quarter's end up to that head. The opening is what the last statement closed with.
 */
export async function contentAt(
  db: Db,
  books: BooksKey,
  quarter: string,
  { head, remarks }: { head: Head; remarks: Remarks },
): Promise<StatementContent> {
  const { from, to } = quarterOf(quarter)
  const span = { from, to, headSeq: head.seq }
  const lines = await sumLines(db, books, span)
  const sources = await listSourcesOf(db, books, span)
  return {
    v: 1,
    kind: 'publicRevenue',
    ...books,
    quarter: from,
    to,
    ...figuresOf(await balanceBefore(db, books, from, head.seq), lines),
    lines,
    sources: sources.map((source) => ({
      sourceId: source.source_id,
      category: source.category,
      asset: source.asset_words,
      scope: source.scope,
      expectedFen: expectedIn(
        { fromOn: source.from_on, untilOn: source.until_on, expectedFen: source.expected_fen },
        from,
        to,
      ),
      receivedFen: source.received_fen,
      note: remarks.gaps.get(source.source_id) ?? null,
    })),
    bank: remarks.bank,
    lateVouchers: await listLateVouchers(db, books, span),
    headSeq: head.seq,
    headHash: head.hash,
  }
}

export const contentHash = (content: StatementContent): string => sha256OfJson(content)

/** Whether anything that a statement speaks of has changed since it was made. */
export async function isStale(db: Db, row: StatementRow): Promise<boolean> {
  if (row.state === 'published') return false
  const { communityId, to, headSeq, headHash } = row.content
  const books = { communityId, ledgerId: row.ledger_id }
  if (await wasBookedAfter(db, books, to, headSeq)) return true
  const head = { seq: headSeq, hash: headHash }
  const today = await contentAt(db, books, row.quarter, { head, remarks: remarksOf(row.content) })
  return contentHash(today) !== row.content_sha256
}

/** What a quarter's checklist looks at: the content that would be published, and the statement if there is one. */
export async function checksOf(
  db: Db,
  books: BooksKey,
  content: StatementContent,
  { statement, stale, now }: { statement: StatementRow | undefined; stale: boolean; now: Date },
): Promise<Checked[]> {
  const { quarter, to, headSeq } = content
  const missing = await listMissing(db, books, { from: quarter, to, headSeq }, ACCOUNT_LIMITS.incomeVoucherFromFen, 100)
  const previous = await findPublishedBefore(db, books, quarter)
  return checklistOf({
    to,
    today: businessDate(now),
    figures: content,
    sources: content.sources,
    missingVouchers: missing.length,
    bank: content.bank,
    previous: previous && { closingFen: previous.content.closingFen },
    statement: statement && { state: statement.state, stale },
  })
}

/** Where the actor stands towards a statement: persons are compared, so another seat of the author is still the author. */
export const standingTo = ({ drafted_by }: Pick<StatementRow, 'drafted_by'>, actor: Actor): Standing => ({
  role: actor.role,
  isAuthor: drafted_by === actor.personId,
})

/** What this person may do next; who does not keep these books neither makes nor publishes, and a stale one is only made anew. */
export async function movesOf(db: Db, actor: Actor, row: StatementRow, stale: boolean) {
  const keeps = await keepsBooks(db, actor)
  return movesFrom(STATEMENT_MACHINE, row.state, standingTo(row, actor)).filter(({ act }) =>
    act === 'draft' ? keeps : !stale && (act === 'review' || keeps),
  )
}

/** What every act on a statement answers. */
export async function statementReply(db: Db, actor: Actor, row: StatementRow) {
  return {
    statementId: row.statement_id,
    state: row.state,
    contentSha256: row.content_sha256,
    moves: await movesOf(db, actor, row, await isStale(db, row)),
  }
}

/** The figures, lines and remarks of a content, as a reply says them. */
export const sayContent = (content: StatementContent, contentSha256: string) => ({
  quarter: content.quarter,
  to: content.to,
  openingFen: content.openingFen,
  incomeFen: content.incomeFen,
  costFen: content.costFen,
  committeeFen: content.committeeFen,
  closingFen: content.closingFen,
  lines: content.lines,
  sources: content.sources.map(({ note, ...source }) => ({ ...source, ...(note !== null && { note }) })),
  ...(content.bank && {
    bank: {
      balanceFen: content.bank.balanceFen,
      redactedFileId: content.bank.redactedFileId,
      ...(content.bank.note !== null && { note: content.bank.note }),
    },
  }),
  headSeq: content.headSeq,
  headHash: content.headHash,
  contentSha256,
})

/** Days until the due date; negative once it is past. */
export const daysUntil = (due: string, now: Date): number => daysBetween(businessDate(now), due)

export const headOf = ({ books }: OpenBooks): Head => ({ seq: books.head_seq, hash: books.head_hash })
