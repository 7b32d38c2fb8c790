import * as z from 'zod'
import { ACCOUNT_CODES, BOOK_IDS } from '../vocabulary/ledger'
import { date, id, read } from './contract'

const month = (what: string) => date(what).refine((day) => day.endsWith('-01'), { error: `${what}要写一个月的第一天` })

/** Balances are debit less credit: what stands on the credit side is below zero. */
const row = z.object({
  account: z.enum(ACCOUNT_CODES),
  openingFen: z.int(),
  debitFen: z.int(),
  creditFen: z.int(),
  closingFen: z.int(),
})

/**
 * The trial balance (试算平衡表) over the months [from, to), one for each ledger that this office may see: the enterprise's own
 * books for its cashier and manager, the owners' for the committee and those who watch over it.
 */
export const readTrialBalance = read({
  input: z
    .strictObject({ from: month('开始月份'), to: month('结束月份') })
    .refine(({ from, to }) => from < to, { path: ['to'], error: '结束月份要在开始月份之后' }),
  output: z.object({
    ledgers: z.array(
      z.object({
        ledgerId: id(),
        book: z.enum(BOOK_IDS),
        contractNumber: z.string().optional(),
        /** How many journals the ledger has, and the hash of the last one: with it the ledger can be recounted elsewhere. */
        headSeq: z.int(),
        headHash: z.string(),
        rows: z.array(row),
        debitFen: z.int(),
        creditFen: z.int(),
        /** Debits equal credits over these months, and all balances together are zero before and after them. */
        isBalanced: z.boolean(),
      }),
    ),
  }),
})
