import type * as trial from '../../../types/contracts/accounts-trial'
import type { Answer } from '../../shared/call/answer'
import { booksSeenBy } from '../rules/books-seen'
import { listTrials } from '../trial-store'

/** The trial balance of each ledger that this office may see. */
export const readTrialBalance: Answer<typeof trial.readTrialBalance> = async ({ db, actor }, { from, to }) => {
  const found = await listTrials(db, actor.communityId, { books: booksSeenBy(actor.role), from, to })
  return {
    ledgers: found.map(({ rows, ...ledger }) => {
      const sum = (of: 'openingFen' | 'debitFen' | 'creditFen') => rows.reduce((fen, row) => fen + row[of], 0)
      const [openingFen, debitFen, creditFen] = [sum('openingFen'), sum('debitFen'), sum('creditFen')]
      return {
        ledgerId: ledger.ledger_id,
        book: ledger.book,
        ...(ledger.contract_number !== null && { contractNumber: ledger.contract_number }),
        headSeq: ledger.head_seq,
        headHash: ledger.head_hash,
        rows: rows.map((row) => ({ ...row, closingFen: row.openingFen + row.debitFen - row.creditFen })),
        debitFen,
        creditFen,
        isBalanced: openingFen === 0 && debitFen === creditFen,
      }
    }),
  }
}
