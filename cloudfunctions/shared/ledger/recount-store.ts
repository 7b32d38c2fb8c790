import sql from 'sql-template-tag'
import * as z from 'zod'
import { ACCOUNT_CODES, BOOK_IDS, LEDGER_KIND_IDS } from '../../../types/vocabulary/ledger'
import type { Db } from '../db/db'
import type { ChainedJournal } from './journal-chain'

const LedgerRow = z.object({
  ledger_id: z.string(),
  kind: z.enum(LEDGER_KIND_IDS),
  book: z.enum(BOOK_IDS),
  contract_number: z.string().nullable(),
  head_seq: z.int(),
  head_hash: z.string(),
})
export type LedgerRow = z.output<typeof LedgerRow>

/** The ledgers of a community, with the heads of their chains. */
export const listLedgers = (db: Db, communityId: string) =>
  db.many(
    LedgerRow,
    sql`
      select ledger.ledger_id, ledger.kind, coalesce(ledger.charge_mode, ledger.kind) as book, contract.number as contract_number, ledger.head_seq, ledger.head_hash
      from ledger
      left join service_contract contract
        on contract.community_id = ledger.community_id and contract.contract_id = ledger.contract_id
      where ledger.community_id = ${communityId}
      order by ledger.kind, ledger.opened_at, ledger.ledger_id
      limit 1000`,
  )

const Line = z.object({
  account: z.enum(ACCOUNT_CODES),
  debitFen: z.int(),
  creditFen: z.int(),
  payAccountId: z.string().optional(),
  houseId: z.string().optional(),
  sourceId: z.string().optional(),
  scope: z.string().optional(),
  category: z.string().optional(),
})

const Voucher = z.object({
  fileId: z.string(),
  sha256: z.string(),
  redactedFileId: z.string().optional(),
  redactedSha256: z.string().optional(),
})

const JournalRow = z
  .object({
    journal_id: z.string(),
    ledger_id: z.string(),
    community_id: z.string(),
    seq: z.int(),
    booked_on: z.string(),
    posted_at: z.date(),
    posted_by: z.string().nullable(),
    reverses: z.string().nullable(),
    corrects_quarter: z.string().nullable(),
    about_kind: z.string().nullable(),
    about_id: z.string().nullable(),
    text_sha256: z.string(),
    prev_hash: z.string(),
    hash: z.string(),
    lines: z.array(Line),
    vouchers: z.array(Voucher),
    salt: z.string().nullable(),
    words: z.string().nullable(),
  })
  .transform((row) => {
    const journal: ChainedJournal = {
      v: 1,
      communityId: row.community_id,
      ledger: row.ledger_id,
      journalId: row.journal_id,
      seq: row.seq,
      bookedOn: row.booked_on,
      postedAt: row.posted_at.toISOString(),
      ...(row.posted_by !== null && { postedBy: row.posted_by }),
      lines: row.lines,
      vouchers: row.vouchers,
      textSha256: row.text_sha256,
      ...(row.reverses !== null && { reverses: row.reverses }),
      ...(row.corrects_quarter !== null && { correctsQuarter: row.corrects_quarter }),
      ...(row.about_kind !== null && row.about_id !== null && { about: { kind: row.about_kind, id: row.about_id } }),
    }
    return {
      journal,
      prevHash: row.prev_hash,
      hash: row.hash,
      /** Absent when the words were erased. */
      words: row.salt !== null && row.words !== null ? { salt: row.salt, text: row.words } : undefined,
    }
  })
export type PostedJournal = z.output<typeof JournalRow>

/** So many journals of a ledger after a number, whole, in the order of their numbers. */
export const listJournals = (db: Db, communityId: string, ledgerId: string, after: number, most: number) =>
  db.many(
    JournalRow,
    sql`
      select journal.journal_id, journal.ledger_id, journal.community_id, journal.seq, journal.booked_on, journal.posted_at,
        journal.posted_by, journal.reverses, journal.corrects_quarter, journal.about_kind, journal.about_id, journal.text_sha256,
        journal.prev_hash, journal.hash, worded.salt, worded.words, (
          select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('account', line.account, 'debitFen', line.debit_fen,
            'creditFen', line.credit_fen, 'payAccountId', line.pay_account_id, 'houseId', line.house_id,
            'sourceId', line.source_id, 'scope', line.scope, 'category', line.category)) order by line.place), '[]')
          from journal_line line
          where line.community_id = journal.community_id and line.ledger_id = journal.ledger_id and line.seq = journal.seq
        ) as lines, (
          select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('fileId', voucher.file_id, 'sha256', voucher.sha256,
            'redactedFileId', voucher.redacted_file_id, 'redactedSha256', voucher.redacted_sha256)) order by voucher.place), '[]')
          from journal_voucher voucher
          where voucher.community_id = journal.community_id and voucher.journal_id = journal.journal_id
        ) as vouchers
      from journal
      left join journal_words worded
        on worded.community_id = journal.community_id and worded.journal_id = journal.journal_id
      where journal.community_id = ${communityId} and journal.ledger_id = ${ledgerId} and journal.seq > ${after}
      order by journal.seq
      limit ${most}`,
  )

/** A row of the running sums: what it is a sum of, and both sides in fen. */
export interface Sum {
  /** The house, or undefined for a row of `account_month`. */
  houseId?: string | undefined
  account: string
  /** First day of the month. */
  month: string
  category?: string | undefined
  scope?: string | undefined
  sourceId?: string | undefined
  payAccountId?: string | undefined
  debitFen: number
  creditFen: number
}

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined)

const SumRow = z
  .object({
    house_id: text,
    account: z.string(),
    month: z.string(),
    category: text,
    scope: text,
    source_id: text,
    pay_account_id: text,
    debit_fen: z.int(),
    credit_fen: z.int(),
  })
  .transform((row): Sum => ({
    houseId: row.house_id,
    account: row.account,
    month: row.month,
    category: row.category,
    scope: row.scope,
    sourceId: row.source_id,
    payAccountId: row.pay_account_id,
    debitFen: row.debit_fen,
    creditFen: row.credit_fen,
  }))

/** All running sums of a ledger, those by house too. */
export const listSums = (db: Db, communityId: string, ledgerId: string) =>
  db.many(
    SumRow,
    sql`
      select null::uuid as house_id, account, month, category, scope, source_id, pay_account_id, debit_fen, credit_fen
      from account_month
      where community_id = ${communityId} and ledger_id = ${ledgerId}
      union all
      select house_id, account, month, null, null, null, null, debit_fen, credit_fen
      from house_month
      where community_id = ${communityId} and ledger_id = ${ledgerId}
      limit 10000000`,
  )

/** Journals that name one to reverse and do not mirror it lawfully, by their numbers. */
export const listBadReversals = (db: Db, communityId: string, ledgerId: string) =>
  db.many(
    z.object({ seq: z.int() }),
    sql`
      with reversal as (
        select journal.seq, journal.reverses, original.seq as original_seq,
          original.journal_id is null or original.ledger_id <> journal.ledger_id or original.reverses is not null
            or original.seq >= journal.seq or original.booked_on > journal.booked_on as is_bad
        from journal
        left join journal original
          on original.community_id = journal.community_id and original.journal_id = journal.reverses
        where journal.community_id = ${communityId} and journal.ledger_id = ${ledgerId} and journal.reverses is not null
      ), side as (
        select reversal.reverses, line.account, line.house_id, line.pay_account_id, line.source_id, line.scope, line.category,
          line.credit_fen, line.debit_fen, reversal.seq
        from reversal
        join journal_line line
          on line.community_id = ${communityId} and line.ledger_id = ${ledgerId} and line.seq = reversal.seq
        union all
        select original.reverses, line.account, line.house_id, line.pay_account_id, line.source_id, line.scope, line.category,
          -line.debit_fen, -line.credit_fen, null
        from (select distinct reverses, original_seq from reversal) original
        join journal_line line
          on line.community_id = ${communityId} and line.ledger_id = ${ledgerId} and line.seq = original.original_seq
      ), excess as (
        select max(seq) as seq
        from side
        group by reverses, account, house_id, pay_account_id, source_id, scope, category
        having sum(credit_fen) > 0 or sum(debit_fen) > 0
      )
      select seq from reversal where is_bad
      union
      select seq from excess
      order by seq
      limit 1000`,
  )

/** Lines that stand under no journal, by the number they claim. */
export const listStrayLines = (db: Db, communityId: string, ledgerId: string) =>
  db.many(
    z.object({ seq: z.int() }),
    sql`
      select distinct line.seq
      from journal_line line
      where line.community_id = ${communityId} and line.ledger_id = ${ledgerId} and not exists (
        select from journal
        where journal.community_id = line.community_id and journal.ledger_id = line.ledger_id and journal.seq = line.seq)
      order by line.seq
      limit 1000`,
  )
