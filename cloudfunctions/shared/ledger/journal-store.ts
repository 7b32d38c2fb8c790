import sql from 'sql-template-tag'
import * as z from 'zod'
import type { AccountCode, LedgerKind } from '../../../types/vocabulary/ledger'
import { refuseOn } from '../db/constraint'
import type { Db } from '../db/db'

/** One line of a journal, in fen, on one side: the other side is 0. */
export interface JournalLine {
  account: AccountCode
  debitFen: number
  creditFen: number
  /** Which merchant account; its kind must be the ledger's. Always given on 1012.01. */
  payAccountId?: string | undefined
  /** Always given on 1122, 2203 and 9103. */
  houseId?: string | undefined
  /** Source of public revenue. */
  sourceId?: string | undefined
  /** Whose it is: all, a building or a stair, in one form everywhere. */
  scope?: string | undefined
  /** What it is for within its account: a fee item, a kind of income or cost. Always given on 9101. */
  category?: string | undefined
}

/** A voucher: the file as it came, and a redacted copy for residents. Hashes are those of the checked files. */
export interface Voucher {
  fileId: string
  sha256: string
  redactedFileId?: string | undefined
  redactedSha256?: string | undefined
}

export interface NewJournal {
  ledgerId: string
  /** Business date (Asia/Shanghai), on or after the ledger's `closed_before` and never after tomorrow. */
  bookedOn: string
  /** Two or more lines with Σ debit = Σ credit. */
  lines: readonly JournalLine[]
  /** What happened, in words. They may name somebody: in the chain stands only their salted hash, so they can be erased. */
  words: string
  vouchers?: readonly Voucher[] | undefined
  /** The journal of which these lines mirror all or a part; no fen is reversed twice. See `reverseJournal`. */
  reverses?: string | undefined
  /** The published quarter that this corrects, for example 2026-Q1; it is booked in an open one. */
  correctsQuarter?: string | undefined
  /** What it was posted for, for example a receipt; several journals may be about one thing. */
  about?: About | undefined
}

export interface About {
  kind: string
  id: string
}

/** A journal as it was posted: its place in the ledger, and the hash that links it to the one before. */
export const Posted = z
  .object({ journal_id: z.string(), seq: z.int(), hash: z.string() })
  .transform(({ journal_id, seq, hash }) => ({ journalId: journal_id, seq, hash }))
export type Posted = z.output<typeof Posted>

/** Constraints that a person can meet; all others are our own bugs. */
const REFUSALS = { ledger_closed: 'BOOKS_CLOSED', journal_reversed_once: 'JOURNAL_REVERSED' } as const

/**
 * Posts a journal, in one statement: number without gaps, hash, lines, vouchers and the sums of its month. Call it last in
 * the act: the ledger stays locked until the transaction ends, so that two writers cannot take one number. Whoever posts to
 * two ledgers in one transaction goes in the order of their ids. Who posted is the person of the transaction's scope.
 * @throws BOOKS_CLOSED when `bookedOn` lies in a published quarter; JOURNAL_REVERSED as `reverseJournal`.
 */
export const postJournal = (db: Db, communityId: string, journal: NewJournal): Promise<Posted> =>
  refuseOn(
    REFUSALS,
    db.one(
      Posted,
      sql`select journal_id, seq, hash from post_journal(${communityId}, ${JSON.stringify(journal)}::jsonb)`,
    ),
  )

/**
 * Posts the mirror of a whole journal, linked to it. To mirror a part of one, post its lines with `reverses`.
 * @throws JOURNAL_REVERSED when any fen of it was reversed before; BOOKS_CLOSED as `postJournal`.
 */
export const reverseJournal = (
  db: Db,
  communityId: string,
  reversal: { journalId: string; bookedOn: string; words: string; about?: About; correctsQuarter?: string },
): Promise<Posted> => {
  const { journalId, ...given } = reversal
  return refuseOn(
    REFUSALS,
    db.one(
      Posted,
      sql`
        select posted.journal_id, posted.seq, posted.hash
        from (
          select journal.ledger_id, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('account', line.account,
              'debitFen', line.credit_fen, 'creditFen', line.debit_fen, 'payAccountId', line.pay_account_id,
              'houseId', line.house_id, 'sourceId', line.source_id, 'scope', line.scope, 'category', line.category))
            order by line.place) as lines
          from journal
          join journal_line line
            on line.community_id = journal.community_id and line.ledger_id = journal.ledger_id and line.seq = journal.seq
          where journal.community_id = ${communityId} and journal.journal_id = ${journalId}
          group by journal.ledger_id
        ) mirror
        cross join post_journal(${communityId}, ${JSON.stringify({ ...given, reverses: journalId })}::jsonb
          || jsonb_build_object('ledgerId', mirror.ledger_id, 'lines', mirror.lines)) posted`,
    ),
  )
}

/**
 * The ledger of a community and kind; opens it when there is none. Fees have one for each contract and charge mode: that of
 * `contractId`, or of the contract in force today.
 * @throws LEDGER_NO_CONTRACT when fees have no contract to stand on.
 */
export const ledgerOf = async (
  db: Db,
  communityId: string,
  kind: LedgerKind,
  contractId?: string,
): Promise<{ ledgerId: string }> => {
  const row = await refuseOn(
    { ledger_needs_contract: 'LEDGER_NO_CONTRACT' },
    db.one(
      z.object({ ledger_id: z.string() }),
      sql`select ledger_of(${communityId}, ${kind}, ${contractId ?? null}::uuid) as ledger_id`,
    ),
  )
  return { ledgerId: row.ledger_id }
}
