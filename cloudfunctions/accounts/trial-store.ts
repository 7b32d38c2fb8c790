import sql from 'sql-template-tag'
import * as z from 'zod'
import { ACCOUNT_CODES, BOOK_IDS, type Book } from '../../types/vocabulary/ledger'
import type { Db } from '../shared/db/db'

const TrialRow = z.object({
  ledger_id: z.string(),
  book: z.enum(BOOK_IDS),
  contract_number: z.string().nullable(),
  head_seq: z.int(),
  head_hash: z.string(),
  rows: z.array(
    z.object({ account: z.enum(ACCOUNT_CODES), openingFen: z.int(), debitFen: z.int(), creditFen: z.int() }),
  ),
})

/** The ledgers of these books, each with its accounts over the months [from, to): read from the running sums alone. */
export const listTrials = (db: Db, communityId: string, asked: { books: readonly Book[]; from: string; to: string }) =>
  db.many(
    TrialRow,
    sql`
      with summed as (
        select ledger_id, account, sum(debit_fen - credit_fen) filter (where month < ${asked.from}) as opening_fen,
          sum(debit_fen) filter (where month >= ${asked.from}) as debit_fen,
          sum(credit_fen) filter (where month >= ${asked.from}) as credit_fen
        from account_month
        where community_id = ${communityId} and month < ${asked.to}
        group by ledger_id, account
      )
      select ledger.ledger_id, coalesce(ledger.charge_mode, ledger.kind) as book, contract.number as contract_number,
        ledger.head_seq, ledger.head_hash, (
          select coalesce(jsonb_agg(jsonb_build_object('account', account, 'openingFen', coalesce(opening_fen, 0),
            'debitFen', coalesce(debit_fen, 0), 'creditFen', coalesce(credit_fen, 0)) order by account), '[]')
          from summed
          where summed.ledger_id = ledger.ledger_id
        ) as rows
      from ledger
      left join service_contract contract
        on contract.community_id = ledger.community_id and contract.contract_id = ledger.contract_id
      where ledger.community_id = ${communityId} and coalesce(ledger.charge_mode, ledger.kind) = any (${[...asked.books]})
      order by ledger.kind, ledger.opened_at desc, ledger.ledger_id
      limit 100`,
  )
