import { main as bills } from '.'
import type { Main } from '../shared/call/serve'
import { clearBooks, faultsOf } from '../../local/testing/books'
import { mutantOf } from '../../local/testing/mutant'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
let a: ReturnType<typeof registersOf>
const owner = holderOf('A', 'owner')
const FEE = 'property_service'

beforeAll(async () => {
  stage = await openTestStage()
  a = registersOf(stage, await stage.found(withoutRegisters(COMMUNITY_A)))
})
beforeEach(() => a.clear())
afterEach(async () => expect(await faultsOf(stage)).toEqual([]))
afterAll(() => stage.close())

const run = (from = '2026-04-01') =>
  yes(callAs(bills, holderOf('A', 'cashier'), 'bills.startRun', { kind: 'month', from }))

/** 89.50 m² at 1.35 and a parking space at 80.00, and the neighbour's 120.30 m². */
async function twoHouses(chargeMode = 'lump sum'): Promise<void> {
  const contractId = await a.contract()
  await stage.see('update service_contract set charge_mode = $1', [chargeMode])
  await a.board(contractId, 1, '2020-01-01', [
    { code: FEE, name: '物业服务费', priceE4: 13500 },
    { code: 'parking', name: '车位服务费', kind: 'space', priceE4: 800000 },
  ])
  for (const [address, area100] of [
    ['1-1-0101', 8950],
    ['1-1-0102', 12030],
  ] as const) {
    await a.area(address, area100)
    await a.owner(address, { name: address })
  }
  await stage.see(
    `insert into house_space select community_id, house_id, 'parking', '2020-01-01', null, 1 from house where house_id = $1`,
    [await a.houseId('1-1-0101')],
  )
}

/** Journals in their order: what each is about, its words, and its lines as account, house or item, and fen (credit below 0). */
const journals = () =>
  stage.see<{ seq: number; about: string; words: string; reverses: number | null; lines: unknown[][] }>(
    `select j.seq::int, j.about_kind as about, w.words, o.seq::int as reverses, (
       select jsonb_agg(jsonb_build_array(l.account, coalesce(l.category, h.room), l.debit_fen - l.credit_fen) order by l.account, 2, l.place)
       from journal_line l left join house h using (community_id, house_id) where l.ledger_id = j.ledger_id and l.seq = j.seq) as lines
     from journal j join journal_words w using (journal_id) left join journal o on o.journal_id = j.reverses
     order by j.posted_at, j.ledger_id, j.seq`,
  )
/** What each house owes by the books, and by its bills. */
const owed = () =>
  stage.see(
    `select h.room, sum(m.debit_fen - m.credit_fen)::int as books, (
       select sum(amount_fen - paid_fen)::int from bill where bill.house_id = h.house_id and state <> 'voided') as bills
     from house_month m join house h using (house_id) where m.account = '1122' group by h.house_id, h.room order by h.room`,
  )

it('books a run of 包干制 as one journal: due from each house, earned by item', async () => {
  await twoHouses()
  await run()
  expect(await journals()).toEqual([
    {
      seq: 1,
      about: 'billingRun',
      words: '出账 2026-04-01 至 2026-04-30，2 张账单',
      reverses: null,
      lines: [
        ['1122', '0101', 20083],
        ['1122', '0102', 16241],
        ['6001', 'parking', -8000],
        ['6001', FEE, -28324],
      ],
    },
  ])
  expect(await owed()).toEqual([
    { room: '0101', books: 20083, bills: 20083 },
    { room: '0102', books: 16241, bills: 16241 },
  ])
})

it('books 酬金制 as the owners’ money in keeping, in a ledger of its own', async () => {
  await twoHouses('remuneration')
  await run()
  const [journal] = await journals()
  expect(journal?.lines.map(([account]) => account)).toEqual(['1122', '1122', '9102', '9102'])
  expect(await stage.see('select kind, charge_mode from ledger')).toEqual([
    { kind: 'fees', charge_mode: 'remuneration' },
  ])
})

it('books only what is new when a run is asked for again, and nothing when there is nothing', async () => {
  await twoHouses()
  await run()
  await run()
  expect(await journals()).toHaveLength(1)
  await a.area('2-1-0101', 6020)
  await a.owner('2-1-0101', { name: '后来登记的业主' })
  await run()
  expect((await journals()).map(({ lines }) => lines)).toEqual([
    expect.anything(),
    [
      ['1122', '0101', 8127],
      ['6001', FEE, -8127],
    ],
  ])
  expect((await owed()).every((row) => Object.values(row)[1] === Object.values(row)[2])).toBe(true)
})

it('books each contract in a ledger of its own where the enterprise changes within the period', async () => {
  await twoHouses()
  await stage.see("update service_contract set until_on = '2026-04-16'")
  const next = await a.contract({ from: '2026-04-16' })
  await a.board(next, 2, '2026-04-16', [{ code: FEE, priceE4: 15000 }])
  await run()
  const booked = await journals()
  expect(booked.map(({ seq }) => seq)).toEqual([1, 1])
  expect(await stage.see('select count(distinct contract_id)::int as contracts from ledger')).toEqual([
    { contracts: 2 },
  ])
  expect((await owed()).every((row) => Object.values(row)[1] === Object.values(row)[2])).toBe(true)
})

it('books nothing for a bill of no fen, and takes nothing back when it is void', async () => {
  await a.board(await a.contract(), 1, '2020-01-01', [{ code: FEE, priceE4: 13500 }])
  await a.area('1-1-0101', 1) // a fen for the whole month, which falls to the seller
  await a.owner('1-1-0101', { name: '卖方', until: '2026-04-16' })
  await a.owner('1-1-0101', { name: '买方', from: '2026-04-16' })
  expect((await run()).run).toMatchObject({ bills: 2, amountFen: 1 })
  await stage.see("update bill set state = 'disputed'")
  const [free] = await stage.see<{ bill_id: string }>('select bill_id from bill where amount_fen = 0')
  const answer = { billId: free?.bill_id ?? '', answer: 'void', words: '作废' } as const
  await yes(callAs(bills, holderOf('A', 'manager'), 'bills.answerDispute', answer))
  expect((await journals()).map(({ lines }) => lines)).toEqual([
    [
      ['1122', '0101', 1],
      ['6001', FEE, -1],
    ],
  ])
})

describe('a void bill', () => {
  const voidAs = async (main: Main) => {
    const { bills: open } = await yes(callAs(bills, owner, 'bills.listBills', { filter: 'all' }))
    const billId = open.find(({ state }) => state !== 'voided')?.billId ?? ''
    await yes(callAs(bills, owner, 'bills.disputeBill', { billId, reason: '面积不对' }))
    return callAs(main, holderOf('A', 'manager'), 'bills.answerDispute', { billId, answer: 'void', words: '作废重出' })
  }

  it('leaves the books by a journal that reverses its part of the run’s, and is billed and booked anew', async () => {
    await twoHouses()
    await run()
    await yes(voidAs(bills))
    expect((await journals())[1]).toEqual({
      seq: 2,
      about: 'bill',
      words: '作废账单 ZD202604-000001',
      reverses: 1,
      lines: [
        ['1122', '0101', -20083],
        ['6001', 'parking', 8000],
        ['6001', FEE, 12083],
      ],
    })
    expect(await owed()).toEqual([
      { room: '0101', books: 0, bills: null },
      { room: '0102', books: 16241, bills: 16241 },
    ])
    await stage.see('update house_area set area100 = 8876 where house_id = $1', [await a.houseId('1-1-0101')])
    await run()
    await yes(voidAs(bills)) // the second bill of the run for this house, by its own journal
    await run()
    expect((await journals()).map(({ seq, reverses }) => [seq, reverses])).toEqual([
      [1, null],
      [2, 1],
      [3, null],
      [4, 3],
      [5, null],
    ])
    expect((await owed())[0]).toEqual({ room: '0101', books: 19983, bills: 19983 })
  })

  it('is refused by the database when the code forgets the reversing journal', async () => {
    await twoHouses()
    await run()
    const forgetful = await mutantOf('bills', [
      {
        file: 'cloudfunctions/bills/calls/answer-dispute.ts',
        find: "if (state === 'voided') await reverseAccrual(db, actor, { billId, now })",
        replace: '',
      },
    ])
    expect(await refusal(voidAs(forgetful))).toBe('FAULT')
    expect(await stage.see("select 1 from bill where state = 'voided'")).toEqual([])
    expect(await journals()).toHaveLength(1)
  })

  it('of a time before there were books has nothing to take back', async () => {
    await twoHouses()
    await run()
    await clearBooks(stage)
    expect((await yes(voidAs(bills))).state).toBe('voided')
    expect(await journals()).toEqual([])
  })
})
