import { main as accounts } from '.'
import { booksOf, credit, debit, income } from '../../local/testing/books'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
let a = ''
let b = ''
beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  b = await stage.found(COMMUNITY_B)
  const [house] = await stage.see<{ house_id: string }>('select house_id from house where community_id = $1', [a])
  const houseId = house?.house_id
  const bill = (fen: number) => [debit('1122', fen, { houseId }), credit('6001', fen, { category: 'property_service' })]
  await booksOf(a).post('fees', bill(12083), { bookedOn: '2026-03-31' })
  await booksOf(a).post('fees', bill(12083), { bookedOn: '2026-04-01' })
  await booksOf(a).post('fees', [debit('1001', 20000), credit('1122', 20000, { houseId })], { bookedOn: '2026-04-02' })
  await booksOf(a).post('fees', bill(9999), { bookedOn: '2026-05-01' })
  await booksOf(a).post('publicRevenue', income(3600000), { bookedOn: '2026-04-30' })
  await booksOf(b).post('fees', [debit('1002.03', 700), credit('9102', 700)], { bookedOn: '2026-04-30' })
})
afterAll(() => stage.close())

const april = { from: '2026-04-01', to: '2026-05-01' }
const look = async (openid: string, asked = april) =>
  (await yes(callAs(accounts, openid, 'accounts.readTrialBalance', asked))).ledgers
const booksSeen = async (openid: string) => (await look(openid)).map(({ book }) => book)

it('shows the cashier what stood before April, what April brought on either side, and what stands after it', async () => {
  const [fees, ...others] = await look(holderOf('A', 'cashier'))
  expect(others).toEqual([])
  expect(fees).toMatchObject({
    book: 'lump sum',
    contractNumber: 'A-HT-1',
    headSeq: 4,
    debitFen: 32083,
    creditFen: 32083,
  })
  expect(fees?.isBalanced).toBe(true)
  expect(fees?.rows).toEqual([
    { account: '1001', openingFen: 0, debitFen: 20000, creditFen: 0, closingFen: 20000 },
    { account: '1122', openingFen: 12083, debitFen: 12083, creditFen: 20000, closingFen: 4166 },
    { account: '6001', openingFen: -12083, debitFen: 0, creditFen: 12083, closingFen: -24166 },
  ])
})

it('says so when the sums do not balance', async () => {
  await stage.see("update account_month set debit_fen = debit_fen + 1 where account = '1001'")
  expect((await look(holderOf('A', 'cashier')))[0]?.isBalanced).toBe(false)
  await stage.see("update account_month set debit_fen = debit_fen - 1 where account = '1001'")
})

it('opens to each office the books that are its business: the enterprise’s own, or the owners’ money', async () => {
  expect(await booksSeen(holderOf('A', 'manager'))).toEqual(['lump sum', 'publicRevenue'])
  for (const role of ['committee', 'supervisor', 'neighbourhood'] as const) {
    expect(await booksSeen(holderOf('A', role))).toEqual(['publicRevenue'])
    expect(await booksSeen(holderOf('B', role))).toEqual(['remuneration']) // 酬金制: the owners’ money
  }
  const stranger = callAs(accounts, holderOf('A', 'owner'), 'accounts.readTrialBalance', april)
  expect(await refusal(stranger)).toBe('NOT_ALLOWED')
})

it('asks for whole months, the later one second', async () => {
  const ask = (from: string, to: string) =>
    refusal(callAs(accounts, holderOf('A', 'cashier'), 'accounts.readTrialBalance', { from, to }))
  expect([await ask('2026-04-02', '2026-05-01'), await ask('2026-04-01', '2026-04-01')]).toEqual([
    'INVALID_INPUT',
    'INVALID_INPUT',
  ])
})
