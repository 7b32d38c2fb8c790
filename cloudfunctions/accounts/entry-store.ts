import sql, { empty, type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { ENTRY_KIND_IDS, ENTRY_CATEGORY_IDS } from '../../types/vocabulary/statement'
import { COMMITTEE_CATEGORIES, COST_CATEGORIES } from '../../types/vocabulary/statement'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { EntryFilter, EntryPlace } from './rules/entry-page'

const Voucher = z.object({
  fileId: z.string(),
  sha256: z.string(),
  redactedFileId: z.string(),
  redactedSha256: z.string(),
  late: z.boolean(),
})

const EntryRow = z.object({
  journal_id: z.string(),
  seq: z.int(),
  place: z.int(),
  booked_on: z.string(),
  kind: z.enum(ENTRY_KIND_IDS),
  category: z.enum(ENTRY_CATEGORY_IDS).nullable().catch('other'),
  source_id: z.string().nullable(),
  amount_fen: z.int(),
  words: z.string().nullable(),
  posted_by: z.string().nullable(),
  reverses: z.string().nullable(),
  reversed_by: z.string().nullable(),
  corrects_quarter: z.string().nullable(),
  vouchers: z.array(Voucher),
})
export type EntryRow = z.output<typeof EntryRow>

const COSTS = Object.keys(COST_CATEGORIES)
const EXPENSES = Object.keys(COMMITTEE_CATEGORIES)

/** What a line of the owners' own accounts is: 9199 the opening balance, 9101 income or spending by its category. */
export const KIND_OF_LINE = sql`
  case when line.account = '9199' then 'opening'
    when line.category = any(${COSTS}::text[]) then 'cost'
    when line.category = any(${EXPENSES}::text[]) then 'committee'
    else 'income' end`

/** How much a line adds to its kind, in fen: income and opening stand in credit, spending in debit. */
export const AMOUNT_OF_LINE = sql`
  case when line.category = any(${[...COSTS, ...EXPENSES]}::text[]) then line.debit_fen - line.credit_fen
    else line.credit_fen - line.debit_fen end`

const ENTRY = sql`
  select journal.journal_id, journal.seq, line.place, journal.booked_on, ${KIND_OF_LINE} as kind, line.category, line.source_id,
    ${AMOUNT_OF_LINE} as amount_fen, words.words, journal.posted_by, journal.reverses, back.journal_id as reversed_by,
    journal.corrects_quarter, coalesce(paper.vouchers, '[]'::jsonb) as vouchers
  from journal
  join journal_line line
    on line.community_id = journal.community_id and line.ledger_id = journal.ledger_id and line.seq = journal.seq
      and line.account in ('9101', '9199')
  left join journal_words words on words.community_id = journal.community_id and words.journal_id = journal.journal_id
  left join journal back on back.community_id = journal.community_id and back.reverses = journal.journal_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('fileId', file_id, 'sha256', sha256, 'redactedFileId', redacted_file_id,
      'redactedSha256', redacted_sha256, 'late', late) order by late, place) as vouchers
    from (
      select file_id, sha256, redacted_file_id, redacted_sha256, place, false as late
      from journal_voucher voucher
      where voucher.community_id = journal.community_id and voucher.journal_id = journal.journal_id
        and voucher.redacted_file_id is not null
      union all
      select file_id, sha256, redacted_file_id, redacted_sha256, place, true
      from late_voucher voucher
      where voucher.community_id = journal.community_id and voucher.journal_id = journal.journal_id
    ) one
  ) paper on true`

const inBooks = ({ communityId, ledgerId }: BooksKey): Sql =>
  sql`journal.community_id = ${communityId} and journal.ledger_id = ${ledgerId}`

export interface BooksKey {
  communityId: string
  ledgerId: string
}

/** Days [from, to), up to a head of the chain where one is given. */
export interface Span {
  from: string
  to: string
  headSeq?: number | undefined
}

const inSpan = ({ from, to, headSeq }: Span): Sql => sql`
  journal.booked_on >= ${from} and journal.booked_on < ${to} ${headSeq === undefined ? empty : sql`and journal.seq <= ${headSeq}`}`

/** A page of the entries of a span, the latest day first. */
export const listEntriesOf = (
  db: Db,
  books: BooksKey,
  span: Span,
  { filter, after, size }: { filter: EntryFilter; after: EntryPlace | undefined; size: number },
): Promise<EntryRow[]> =>
  db.many(
    EntryRow,
    sql`
      ${ENTRY}
      where ${inBooks(books)} and ${inSpan(span)}
        ${filter.category === undefined ? empty : sql`and line.category = ${filter.category}`}
        ${filter.kind === undefined ? empty : sql`and ${KIND_OF_LINE} = ${filter.kind}`}
        ${after ? sql`and (journal.booked_on, journal.seq, line.place) < (${after.bookedOn}::date, ${after.seq}, ${after.place})` : empty}
      order by journal.booked_on desc, journal.seq desc, line.place desc
      limit ${size}`,
  )

/** An entry of this community, or NOT_FOUND. */
export async function getEntry(db: Db, books: BooksKey, entryId: string): Promise<EntryRow> {
  const [row] = await db.many(
    EntryRow,
    sql`${ENTRY} where ${inBooks(books)} and journal.journal_id = ${entryId} order by line.place limit 1`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/**
 * Entries that need a voucher and have none: every spending, and income from a sum on. What was reversed needs none, nor
 * does the reversal.
 */
export const listMissing = (db: Db, books: BooksKey, span: Span, incomeFromFen: number, size: number) =>
  db.many(
    EntryRow,
    sql`
      ${ENTRY}
      where ${inBooks(books)} and ${inSpan(span)} and paper.vouchers is null
        and journal.reverses is null and back.journal_id is null
        and (${KIND_OF_LINE} in ('cost', 'committee') or ${KIND_OF_LINE} = 'income' and line.credit_fen >= ${incomeFromFen})
      order by journal.booked_on desc, journal.seq desc, line.place desc
      limit ${size}`,
  )

/** Who posted entries of their own in a span; a reversal is a second person's work and no authorship. */
export async function listPosters(db: Db, books: BooksKey, span: Span): Promise<string[]> {
  const rows = await db.many(
    z.object({ posted_by: z.string() }),
    sql`
      select distinct posted_by
      from journal
      where ${inBooks(books)} and ${inSpan(span)} and reverses is null and posted_by is not null
      limit 200`,
  )
  return rows.map((row) => row.posted_by)
}

export interface NewVoucher {
  fileId: string
  sha256: string
  redactedFileId: string
  redactedSha256: string
}

/** Adds vouchers after those that the entry has already. */
export const insertLateVouchers = (
  db: Db,
  actor: Actor,
  entryId: string,
  { vouchers, after, at }: { vouchers: readonly NewVoucher[]; after: number; at: Date },
) =>
  db.run(sql`
    insert into late_voucher (community_id, journal_id, place, file_id, sha256, redacted_file_id, redacted_sha256, added_by, added_at)
    select ${actor.communityId}::uuid, ${entryId}::uuid, ${after}::integer + place, "fileId", sha256, "redactedFileId",
      "redactedSha256", ${actor.personId}::uuid, ${at}::timestamptz
    from rows from (jsonb_to_recordset(${JSON.stringify(vouchers)}::jsonb)
      as ("fileId" uuid, sha256 text, "redactedFileId" uuid, "redactedSha256" text))
      with ordinality as voucher ("fileId", sha256, "redactedFileId", "redactedSha256", place)`)
