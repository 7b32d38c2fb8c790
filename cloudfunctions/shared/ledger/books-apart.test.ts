import {
  ACCOUNT_CODES,
  ACCOUNTS,
  type AccountCode,
  BOOK_IDS,
  type Book,
  type LedgerKind,
} from '../../../types/vocabulary/ledger'
import { booksOf, credit, debit, faultsOf, income, lawOf } from '../../../local/testing/books'
import { openTestStage, type TestStage } from '../../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B } from '../../../local/testing/two-communities'
import { ledgerOf, postJournal } from './journal-store'

let stage: TestStage
let a = ''
let b = ''
const houses = new Map<string, string>()
const FEES_ACCOUNT = '01a20128-2d09-7615-9174-2e662cd634d7'
const REVENUE_ACCOUNT = '01a20128-2d09-7615-9174-2e662cd634d8'

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  b = await stage.found(COMMUNITY_B)
  const rows = await stage.see<{ community_id: string; house_id: string }>('select community_id, house_id from house')
  for (const row of rows) houses.set(row.community_id, row.house_id)
  await stage.see("insert into pay_account values ($1, 'fees'), ($2, 'publicRevenue')", [FEES_ACCOUNT, REVENUE_ACCOUNT])
})
afterEach(async () => expect(await faultsOf(stage)).toEqual([]))
afterAll(() => stage.close())

const inA = () => booksOf(a)

describe('D7.12: fees, public revenue and the maintenance fund never meet', () => {
  /** Where money of a book lies, to stand opposite the account under test. */
  const MONEY: Record<Book, AccountCode> = {
    'lump sum': '1002.01',
    remuneration: '1002.03',
    publicRevenue: '1002.02',
    maintenanceFund: '1002.04',
  }
  /** A community with this book: A charges a lump sum, B a remuneration. */
  const homeOf = (book: Book): [string, LedgerKind] =>
    book === 'lump sum' ? [a, 'fees'] : book === 'remuneration' ? [b, 'fees'] : [a, book]

  it.each(BOOK_IDS)('an account stands in the book %s only where the chart says so', async (book) => {
    const [communityId, kind] = homeOf(book)
    const houseId = houses.get(communityId)
    const payAccountId = kind === 'publicRevenue' ? REVENUE_ACCOUNT : FEES_ACCOUNT
    const allowed: string[] = []
    for (const account of ACCOUNT_CODES) {
      const named = {
        ...(account === '1012.01' && { payAccountId }),
        houseId,
        category: 'test',
      }
      const law = await lawOf(booksOf(communityId).post(kind, [debit(account, 5, named), credit(MONEY[book], 5)]))
      if (law === 'posted') allowed.push(account)
      else expect(law).toBe('journal_line_in_its_book')
    }
    const isIn = (books: readonly Book[]) => books.includes(book)
    expect(allowed).toEqual(ACCOUNT_CODES.filter((code) => isIn(ACCOUNTS[code].books)))
  })

  it('nor does a merchant account for fees take public revenue, or the other way round', async () => {
    const fees = (payAccountId?: string) =>
      lawOf(inA().post('fees', [debit('1012.01', 7, { payAccountId }), credit('2241.99', 7)]))
    const revenue = (payAccountId?: string) =>
      lawOf(inA().post('publicRevenue', [debit('1012.01', 7, { payAccountId }), credit('2241.99', 7)]))
    expect([await fees(FEES_ACCOUNT), await revenue(REVENUE_ACCOUNT)]).toEqual(['posted', 'posted'])
    const wrong = [fees(REVENUE_ACCOUNT), revenue(FEES_ACCOUNT), fees(), revenue(), fees(houses.get(a))]
    expect(new Set(await Promise.all(wrong))).toEqual(new Set(['journal_line_in_its_book']))
  })

  it('and an account that is kept by house or by category is told which', async () => {
    const bare = [
      inA().post('fees', [debit('1122', 1), credit('6001', 1)]),
      inA().post('publicRevenue', [debit('1002.02', 1), credit('9101', 1)]),
      inA().post('maintenanceFund', [debit('1002.04', 1), credit('9103', 1)]),
    ]
    expect(new Set(await Promise.all(bare.map(lawOf)))).toEqual(new Set(['journal_line_in_its_book']))
  })
})

describe('D7.19: a community posts in its own books alone', () => {
  it('not in the ledger of another, and not for a house of another', async () => {
    const { ledgerId } = await booksOf(b).within((db) => ledgerOf(db, b, 'publicRevenue'))
    expect(await lawOf(inA().post('publicRevenue', income(1), { ledgerId }))).toBe('P0002')
    const foreign = inA().within((db) =>
      postJournal(db, b, { ledgerId, bookedOn: '2026-01-31', words: '', lines: income(1) }),
    )
    expect(await lawOf(foreign)).toBe('P0002')
    const forHouse = inA().post('fees', [debit('1122', 1, { houseId: houses.get(b) }), credit('6001', 1)])
    expect(await lawOf(forHouse)).toBe('journal_line_of_house')
    expect(await lawOf(inA().within((db) => ledgerOf(db, b, 'fees')))).toContain('LEDGER_NO_CONTRACT')
  })
})

it('books nothing on a day that is published, nor after tomorrow, and never opens a day again', async () => {
  const { ledgerId } = await booksOf(b).within((db) => ledgerOf(db, b, 'maintenanceFund'))
  await stage.see("update ledger set closed_before = '2026-04-01' where ledger_id = $1", [ledgerId])
  const on = (bookedOn: string) =>
    lawOf(
      booksOf(b).post('maintenanceFund', [debit('1002.04', 1), credit('9103', 1, { houseId: houses.get(b) })], {
        bookedOn,
      }),
    )
  expect(await on('2026-03-31')).toContain('BOOKS_CLOSED')
  expect(await on('2026-04-01')).toBe('posted')
  expect(await on('2999-01-01')).toBe('journal_not_in_future')
  for (const day of ["'2026-03-01'", 'null'])
    await expect(
      stage.see(`update ledger set closed_before = ${day} where ledger_id = $1`, [ledgerId]),
    ).rejects.toThrow('never rewritten nor opened again')
})
