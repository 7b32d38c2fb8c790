import sql from 'sql-template-tag'
import * as z from 'zod'
import { REVENUE_CATEGORY_IDS, REVENUE_SCOPE_IDS } from '../../types/vocabulary/revenue'
import { ENTRY_CATEGORY_IDS } from '../../types/vocabulary/statement'
import type { Db } from '../shared/db/db'
import { AMOUNT_OF_LINE, type BooksKey, KIND_OF_LINE, type Span } from './entry-store'

/** What stands to the owners before a day, in fen: everything they earned less everything spent, up to a head. */
export async function balanceBefore(db: Db, books: BooksKey, day: string, headSeq: number): Promise<number> {
  const row = await db.one(
    z.object({ balance_fen: z.int() }),
    sql`
      select coalesce(sum(line.credit_fen - line.debit_fen), 0)::bigint as balance_fen
      from journal
      join journal_line line
        on line.community_id = journal.community_id and line.ledger_id = journal.ledger_id and line.seq = journal.seq
      where journal.community_id = ${books.communityId} and journal.ledger_id = ${books.ledgerId}
        and line.account in ('9101', '9199') and journal.booked_on < ${day} and journal.seq <= ${headSeq}`,
  )
  return row.balance_fen
}

/** The sums of a span by kind and category, the largest first within each kind. */
export const sumLines = (db: Db, books: BooksKey, { from, to, headSeq }: Span & { headSeq: number }) =>
  db.many(
    z.object({
      kind: z.enum(['income', 'cost', 'committee']),
      category: z.enum(ENTRY_CATEGORY_IDS).catch('other'),
      amountFen: z.int(),
      entries: z.int(),
    }),
    sql`
      select kind, category, sum(amount_fen)::bigint as "amountFen", count(*)::integer as entries
      from (
        select ${KIND_OF_LINE} as kind, line.category, ${AMOUNT_OF_LINE} as amount_fen
        from journal
        join journal_line line
          on line.community_id = journal.community_id and line.ledger_id = journal.ledger_id and line.seq = journal.seq
        where journal.community_id = ${books.communityId} and journal.ledger_id = ${books.ledgerId} and line.account = '9101'
          and journal.booked_on >= ${from} and journal.booked_on < ${to} and journal.seq <= ${headSeq}
      ) one
      group by kind, category
      order by array_position(array['income', 'cost', 'committee'], kind), 3 desc, category
      limit 200`,
  )

/** The contracts that hold in a span or brought something in it, with what each brought. */
export const listSourcesOf = (db: Db, books: BooksKey, { from, to, headSeq }: Span & { headSeq: number }) =>
  db.many(
    z.object({
      source_id: z.string(),
      category: z.enum(REVENUE_CATEGORY_IDS),
      asset_words: z.string(),
      scope: z.enum(REVENUE_SCOPE_IDS),
      from_on: z.string(),
      until_on: z.string().nullable(),
      expected_fen: z.int(),
      received_fen: z.int(),
    }),
    sql`
      select source.source_id, source.category, source.asset_words, source.scope, source.from_on, source.until_on,
        source.expected_fen, coalesce(brought.received_fen, 0)::bigint as received_fen
      from revenue_source source
      left join (
        select line.source_id, sum(line.credit_fen - line.debit_fen) as received_fen
        from journal
        join journal_line line
          on line.community_id = journal.community_id and line.ledger_id = journal.ledger_id and line.seq = journal.seq
        where journal.community_id = ${books.communityId} and journal.ledger_id = ${books.ledgerId} and line.account = '9101'
          and journal.booked_on >= ${from} and journal.booked_on < ${to} and journal.seq <= ${headSeq}
        group by line.source_id
      ) brought on brought.source_id = source.source_id
      where source.community_id = ${books.communityId}
        and (source.from_on < ${to} and (source.until_on is null or source.until_on > ${from}) or brought.received_fen <> 0)
      order by source.expected_fen desc, source.source_id
      limit 200`,
  )

/** Vouchers that came after the entries of a span, in a fixed order. */
export const listLateVouchers = (db: Db, books: BooksKey, { from, to, headSeq }: Span & { headSeq: number }) =>
  db.many(
    z.object({ entryId: z.string(), sha256: z.string(), redactedSha256: z.string() }),
    sql`
      select late.journal_id as "entryId", late.sha256, late.redacted_sha256 as "redactedSha256"
      from late_voucher late
      join journal on journal.community_id = late.community_id and journal.journal_id = late.journal_id
      where late.community_id = ${books.communityId} and journal.ledger_id = ${books.ledgerId}
        and journal.booked_on >= ${from} and journal.booked_on < ${to} and journal.seq <= ${headSeq}
      order by journal.seq, late.place
      limit 2000`,
  )

/** Whether something was booked on days before this one after a head of the chain. */
export async function wasBookedAfter(db: Db, books: BooksKey, day: string, headSeq: number): Promise<boolean> {
  const row = await db.one(
    z.object({ booked: z.boolean() }),
    sql`
      select exists (select from journal
        where community_id = ${books.communityId} and ledger_id = ${books.ledgerId}
          and seq > ${headSeq} and booked_on < ${day}) as booked`,
  )
  return row.booked
}

/** A source of revenue of this community that an income may name, with its category; or undefined. */
export const findSource = (db: Db, communityId: string, sourceId: string) =>
  db.find(
    z.object({ category: z.enum(REVENUE_CATEGORY_IDS), scope: z.string() }),
    sql`select category, scope from revenue_source where community_id = ${communityId} and source_id = ${sourceId}`,
  )
