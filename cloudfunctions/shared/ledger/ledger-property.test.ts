import fc from 'fast-check'
import { ACCOUNT_CODES, ACCOUNTS, type AccountCode, type Book } from '../../../types/vocabulary/ledger'
import { booksOf, credit, debit, faultsOf, lawOf } from '../../../local/testing/books'
import { openTestStage, type TestStage } from '../../../local/testing/stage'
import { COMMUNITY_A } from '../../../local/testing/two-communities'
import { type JournalLine, reverseJournal } from './journal-store'

const seed = Number(process.env.LEDGER_SEED ?? Date.now() % 1_000_000_000)
const KINDS = { fees: 'lump sum', publicRevenue: 'publicRevenue', maintenanceFund: 'maintenanceFund' } as const
const DAYS = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-28']

let stage: TestStage
let a = ''
let houses: string[] = []
beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  houses = (await stage.see<{ house_id: string }>('select house_id from house order by room, building')).map(
    (row) => row.house_id,
  )
})
afterAll(() => stage.close())

const standsIn = (account: AccountCode, book: Book): boolean => {
  const books: readonly Book[] = ACCOUNTS[account].books
  return books.includes(book) && !('byPayAccount' in ACCOUNTS[account])
}

/** A line of a random account of the book, with all that any account may ask for. */
const line = (book: Book) =>
  fc.record({
    account: fc.constantFrom(...ACCOUNT_CODES.filter((code) => standsIn(code, book))),
    fen: fc.integer({ min: 1, max: 1_000_000_000_000 }),
    isDebit: fc.boolean(),
    house: fc.nat(2),
    category: fc.constantFrom('parking', '停车 "费"', '—'),
    scope: fc.option(fc.constantFrom('all', '3-2'), { nil: undefined }),
  })
type RandomLine = ReturnType<typeof line> extends fc.Arbitrary<infer L> ? L : never

const step = fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    lines: fc.array(line(KINDS[kind]), { minLength: 1, maxLength: 6 }),
    bookedOn: fc.constantFrom(...DAYS),
    /** What becomes of it: mostly posted, at times one fen off, at times turned round afterwards. */
    fate: fc.constantFrom('posted', 'posted', 'off by a fen', 'reversed'),
  }),
)

const lineOf = ({ account, fen, isDebit, house, ...rest }: RandomLine): JournalLine =>
  (isDebit ? debit : credit)(account, fen, { houseId: houses[house], ...rest })

/** The lines with one more on the first account that makes them balance, unless they do. */
function balanced(lines: JournalLine[]): JournalLine[] {
  const over = lines.reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0)
  const [first] = lines
  if (!first || over === 0) return lines
  const side = over > 0 ? { debitFen: 0, creditFen: over } : { debitFen: -over, creditFen: 0 }
  return [...lines, { ...first, ...side }]
}

/** The books as an accountant with a pencil keeps them. */
const pencil = new Map<string, number>()
function write(kind: string, bookedOn: string, lines: readonly JournalLine[], sign = 1): void {
  for (const { account, houseId, category, scope, debitFen, creditFen } of lines) {
    const month = bookedOn.slice(0, 7)
    for (const of of [
      ['account', kind, account, month, category ?? '', scope ?? ''],
      ['house', kind, account, month, houseId ?? ''],
    ]) {
      const key = of.join('|')
      pencil.set(key, (pencil.get(key) ?? 0) + sign * (debitFen - creditFen))
    }
  }
}

const runningSums = async () =>
  new Map(
    (
      await stage.see<{ key: string; fen: string }>(
        `select concat_ws('|', 'account', l.kind, s.account, to_char(s.month, 'YYYY-MM'), coalesce(s.category, ''), coalesce(s.scope, '')) as key,
           s.debit_fen - s.credit_fen as fen
         from account_month s join ledger l using (community_id, ledger_id)
         union all
         select concat_ws('|', 'house', l.kind, s.account, to_char(s.month, 'YYYY-MM'), s.house_id), s.debit_fen - s.credit_fen
         from house_month s join ledger l using (community_id, ledger_id)`,
      )
    ).map(({ key, fen }) => [key, Number(fen)]),
  )

it(`keeps, over random journals, the sums that a pencil keeps, and every account together at zero (seed ${seed})`, async () => {
  const books = booksOf(a)
  let posted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const { kind, lines, bookedOn, fate } of steps) {
        const whole = balanced(lines.map(lineOf))
        if (fate === 'off by a fen') {
          const wrong = [...whole, debit(whole[0]?.account ?? '1221', 1, { houseId: houses[0], category: 'x' })]
          expect(await lawOf(books.post(kind, wrong, { bookedOn }))).toBe('journal_balances')
          continue
        }
        if (whole.length < 2) continue
        const { journalId } = await books.post(kind, whole, { bookedOn })
        write(kind, bookedOn, whole)
        posted += 1
        if (fate === 'posted') continue
        await books.within((db) => reverseJournal(db, a, { journalId, bookedOn: '2026-03-01', words: '冲销' }))
        write(kind, '2026-03-01', whole, -1)
        posted += 1
      }
      expect(await runningSums()).toEqual(pencil)
    }),
    { seed, numRuns: 60, endOnFailure: true },
  )
  expect(posted).toBeGreaterThan(100)
  expect([...pencil].filter(([key]) => key.startsWith('account')).reduce((sum, [, fen]) => sum + fen, 0)).toBe(0)
  expect(await faultsOf(stage)).toEqual([])
}, 120_000)
