import type { Pool } from 'pg'
import type { Db } from '../../cloudfunctions/shared/db/db'
import { pool } from '../../cloudfunctions/shared/db/pool'
import { enterScope } from '../../cloudfunctions/shared/db/scope-store'
import { inTransaction } from '../../cloudfunctions/shared/db/transaction'
import {
  type JournalLine,
  ledgerOf,
  type NewJournal,
  postJournal,
} from '../../cloudfunctions/shared/ledger/journal-store'
import { verifyLedger } from '../../config/verify-ledger'
import type { LedgerKind } from '../../types/vocabulary/ledger'
import type { TestStage } from './stage'

export const debit = (account: JournalLine['account'], fen: number, rest: Partial<JournalLine> = {}): JournalLine => ({
  account,
  debitFen: fen,
  creditFen: 0,
  ...rest,
})
export const credit = (account: JournalLine['account'], fen: number, rest: Partial<JournalLine> = {}): JournalLine => ({
  account,
  debitFen: 0,
  creditFen: fen,
  ...rest,
})

/** Income of public revenue, banked: the simplest journal there is. */
export const income = (fen: number): JournalLine[] => [
  debit('1002.02', fen),
  credit('9101', fen, { category: 'groundParking' }),
]

/** The books of one community as the functions' role reaches them. `over` is another pool than the functions' own. */
export function booksOf(communityId: string, over?: Pool) {
  const within = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    inTransaction(over ?? pool(), 'write', async (db) => {
      await enterScope(db, { communityId })
      return work(db)
    })
  return {
    within,
    post: (kind: LedgerKind, lines: readonly JournalLine[], rest: Partial<NewJournal> = {}) =>
      within(async (db) => {
        const { ledgerId } = await ledgerOf(db, communityId, kind)
        return postJournal(db, communityId, { ledgerId, bookedOn: '2026-01-31', words: '测试', lines, ...rest })
      }),
  }
}

/** What the recount of all ledgers says, ledger by ledger: no sentence when it holds. */
export const faultsOf = async (stage: TestStage): Promise<string[]> =>
  (await verifyLedger(stage.ownerUrl)).flatMap(({ faults }) => faults)

/** Everything that stands in books, in the order in which it can be emptied. */
export const BOOK_TABLES = [
  'journal_words',
  'journal_voucher',
  'journal_line',
  'journal',
  'account_month',
  'house_month',
  'ledger',
]

/** Empties all books, past the triggers that keep them, so that the next test begins anew. */
export async function clearBooks(stage: TestStage): Promise<void> {
  const deletes = BOOK_TABLES.map((table) => `delete from ${table};`).join(' ')
  await stage.see(`set session_replication_role = replica; ${deletes} set session_replication_role = origin`)
}

/** Runs SQL as the superuser with the triggers of one table asleep: what somebody with the server in their hands can do. */
export async function pastTriggers(
  stage: TestStage,
  table: string,
  change: string,
  values: unknown[] = [],
): Promise<void> {
  await stage.see(`alter table ${table} disable trigger user`)
  try {
    await stage.see(change, values)
  } finally {
    await stage.see(`alter table ${table} enable trigger user`)
  }
}

/** The name of the law that a posting broke: a constraint, a code of the database, or the refusal as a person meets it. */
export const lawOf = (posting: Promise<unknown>): Promise<string> =>
  posting.then(
    () => 'posted',
    (error: Error & { constraint?: string; code?: string }) => error.constraint ?? error.code ?? error.message,
  )
