import { main as bills } from '../bills'
import { main as files } from '../files'
import { main as payments } from '../payments'
import { importerAs } from '../../local/testing/importer'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { openTestStorage, type TestStorage } from '../../local/testing/storage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'
import { verifyLedger } from '../../config/verify-ledger'
import { main as imports } from './index'

const CASHIER = holderOf('A', 'cashier')
const OWNER = holderOf('A', 'owner')
const cashier = importerAs(CASHIER, { imports, files })
const FEE = 'property_service'

let stage: TestStage
let storage: TestStorage
let a: ReturnType<typeof registersOf>
beforeAll(async () => {
  stage = await openTestStage()
  a = registersOf(stage, await stage.found(withoutRegisters(COMMUNITY_A)))
  storage = await openTestStorage(stage.appUrl)
})
beforeEach(async () => {
  await a.clear()
  await stage.see(
    'set session_replication_role = replica; delete from opening_prepayment; set session_replication_role = origin',
  )
  await a.board(await a.contract({ from: '2025-01-01' }), 1, '2025-01-01', [
    { code: FEE, name: '物业服务费', priceE4: 13500 },
  ])
  await a.area('1-1-0101', 8950)
  await a.owner('1-1-0101', { name: '林女士' })
  await a.area('1-1-0102', 12030)
  await a.owner('1-1-0102', { name: '卖家', until: '2026-01-01' })
  await a.owner('1-1-0102', { name: '买家', from: '2026-01-01' })
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const LIN = ['1', '1', '0101']
const SOLD = ['1', '1', '0102']
const arrear = (house: string[], item: string, from: string, last: string, yuan: string, due = '2026-01-31') => [
  ...house,
  '欠费',
  item,
  from,
  last,
  due,
  yuan,
]
const prepaid = (house: string[], yuan: string, item = '') => [...house, '预收', item, '', '', '', yuan]
const Q4 = arrear(LIN, '物业服务费', '2025-10-01', '2025-12-31', '362.49')
const owes = (openid: string) => yes(callAs(bills, openid, 'bills.listBills', { filter: 'open' }))
const journals = () =>
  stage.see<{ account: string; debit: number; credit: number; category: string | null }>(
    `select account, debit_fen::integer as debit, credit_fen::integer as credit, category from journal_line order by account, debit_fen, credit_fen`,
  )
const billFrom = (from: string) => callAs(bills, CASHIER, 'bills.startRun', { kind: 'month', from })

it('makes an arrear a bill that its owner sees, with the file it came from and no board behind it', async () => {
  const staged = await cashier.bring('openings', [Q4, arrear(LIN, '旧车位费', '2025-10-01', '2025-12-31', '150')])
  expect(staged).toMatchObject({ newCount: 2, wrongCount: 0 })
  expect((await cashier.look(staged.importId, 'new')).rows[0]).toMatchObject({
    title: '1 栋 1 单元 0101 欠 物业服务费',
  })
  await cashier.apply(staged.importId)
  const { bills: cards, open } = await owes(OWNER)
  expect(open).toEqual({ bills: 1, amountFen: 51_249 }) // one period, one bill
  expect(cards[0]).toMatchObject({
    number: 'ZD202510-000001',
    from: '2025-10-01',
    to: '2026-01-01',
    dueOn: '2026-01-31',
    state: 'issued',
    isOpening: true,
    itemNames: ['物业服务费', '旧车位费'],
  })
  const bill = await yes(callAs(bills, OWNER, 'bills.readBill', { billId: cards[0]?.billId ?? '' }))
  expect(bill.lines).toEqual([])
  expect(bill.openings).toMatchObject([
    { itemName: '物业服务费', amountFen: 36_249, fileName: '登记表.csv' },
    { itemName: '旧车位费', amountFen: 15_000 },
  ])
  const lines = await stage.see('select kind, item_code, fee_item_id, price_e4 from bill_line order by place')
  expect(lines[0]).toEqual({ kind: 'opening', item_code: FEE, fee_item_id: null, price_e4: null }) // D7.6: never `area`
  expect(await stage.see("select 1 from outbox where topic = 'billIssued'")).not.toEqual([])
})

it('books arrears and prepayments against the balance brought forward, as no revenue of this year', async () => {
  await cashier.bringAndApply('openings', [Q4, prepaid(SOLD, '1949.00'), prepaid(LIN, '50', '物业服务费')])
  expect(await journals()).toEqual([
    { account: '1122', debit: 36_249, credit: 0, category: null },
    { account: '2203', debit: 0, credit: 5_000, category: null },
    { account: '2203', debit: 0, credit: 194_900, category: null },
    { account: '4104.01', debit: 0, credit: 36_249, category: FEE },
    { account: '4104.01', debit: 199_900, credit: 0, category: 'prepaid' },
  ])
  expect(await verifyLedger(stage.ownerUrl)).toMatchObject([{ faults: [] }])
})

it('changes nothing when the same file comes again, and refuses one that says something else', async () => {
  const rows = [Q4, prepaid(SOLD, '1949.00')]
  await cashier.bringAndApply('openings', rows)
  const again = await cashier.bring('openings', rows)
  expect(again).toMatchObject({ newCount: 0, changedCount: 0, sameCount: 2, wrongCount: 0 })
  await cashier.apply(again.importId)
  expect(await stage.see('select 1 from bill')).toHaveLength(1)
  expect(await stage.see('select 1 from journal')).toHaveLength(1)
  const other = await cashier.bring('openings', [
    arrear(LIN, '物业服务费', '2025-10-01', '2025-12-31', '999'),
    prepaid(SOLD, '1'),
  ])
  expect(await cashier.problems(other.importId)).toEqual([
    '2 金额: 已经导入过，和这一行不一样',
    '3 金额: 已经导入过，和这一行不一样',
  ])
})

it('lets the owner doubt it; a second person voids it, the books follow, and it can be brought in anew', async () => {
  await cashier.bringAndApply('openings', [Q4])
  const billId = (await owes(OWNER)).bills[0]?.billId ?? ''
  await yes(callAs(bills, OWNER, 'bills.disputeBill', { billId, reason: '去年就交了' }))
  const answer = { billId, answer: 'void', words: '查到收据了' } as const
  expect(await refusal(callAs(bills, CASHIER, 'bills.answerDispute', answer))).toBe('SECOND_PERSON')
  await yes(callAs(bills, holderOf('A', 'manager'), 'bills.answerDispute', answer))
  const left = await stage.see<{ fen: number }>(
    'select sum(debit_fen - credit_fen)::integer as fen from journal_line group by account having sum(debit_fen - credit_fen) <> 0',
  )
  expect(left).toEqual([])
  expect(await verifyLedger(stage.ownerUrl)).toMatchObject([{ faults: [] }])
  expect(await cashier.bring('openings', [Q4])).toMatchObject({ newCount: 1, wrongCount: 0 })
})

it('is paid at the counter like any bill, and only what was owed leaves the books', async () => {
  await cashier.bringAndApply('openings', [Q4])
  const billId = (await owes(OWNER)).bills[0]?.billId ?? ''
  const taken = { billIds: [billId], amountFen: 36_249, channel: 'cash' as const }
  await yes(callAs(payments, CASHIER, 'payments.takeCash', taken))
  const { bills: cards } = await yes(callAs(bills, OWNER, 'bills.listBills', { filter: 'all' }))
  expect(cards[0]).toMatchObject({ state: 'paid', paidFen: 36_249, itemNames: ['物业服务费'] })
  const owed = await stage.see(
    "select sum(debit_fen - credit_fen)::integer as fen from journal_line where account = '1122' having sum(debit_fen - credit_fen) <> 0",
  )
  expect(owed).toEqual([])
})

it('asks the seller for what fell due before the sale, never the buyer', async () => {
  await cashier.bringAndApply('openings', [
    arrear(SOLD, '物业服务费', '2025-11-01', '2025-12-31', '324.82'),
    arrear(SOLD, '物业服务费', '2026-01-01', '2026-01-31', '162.41'),
  ])
  const payers = await stage.see(
    'select owner.name from bill join owner on owner_id = payer_owner_id order by bill.from_on',
  )
  expect(payers).toEqual([{ name: '卖家' }, { name: '买家' }])
})

it('bills no day twice: neither a run over what an import brought, nor an import over what a run billed', async () => {
  await cashier.bringAndApply('openings', [arrear(LIN, '物业服务费', '2025-11-15', '2026-01-14', '240')])
  await yes(billFrom('2026-02-01')) // the first month billed here
  await yes(billFrom('2026-01-01')) // the other house alone: of 0101's January a part is owed already
  const billed = await stage.see<{ room: string }>(
    "select room from bill join house using (community_id, house_id) where series_on = '2026-01-01'",
  )
  expect(billed.map(({ room }) => room)).toEqual(['0102'])
  const late = await cashier.bring('openings', [
    arrear(LIN, '物业服务费', '2025-10-01', '2025-11-20', '240'),
    arrear(LIN, '旧车位费', '2026-01-01', '2026-01-01', '240'),
    arrear(SOLD, '旧车位费', '2199-01-01', '2199-01-31', '240', '2199-02-28'),
  ])
  expect(await cashier.problems(late.importId)).toEqual([
    '2 开始日期: 这几天的这项费用已经出过账单，或和另一行重叠',
    '3 结束日期: 这一天还没过完，或已在这里出过账',
    '4 结束日期: 这一天还没过完，或已在这里出过账',
  ])
})

it('D7.6: the database takes no opening line past the first bill made here, nor in a bill of a run', async () => {
  await yes(billFrom('2026-02-01'))
  const forge = (bill: string) =>
    stage.see(
      `insert into bill_line (community_id, bill_id, place, house_id, item_code, item_words, kind, from_on, to_on, days, quantity, percent,
         whole_from_on, whole_to_on, whole_fen, amount_fen)
       select community_id, bill_id, 9, house_id, 'made_up', '杂费', 'opening', '2026-03-01', '2026-04-01', 31, 1, 100, '2026-03-01',
         '2026-04-01', 100, 100 from bill where ${bill} limit 1`,
    )
  await expect(forge('run_id is not null')).rejects.toThrow('a bill line without its bill')
  await cashier.bringAndApply('openings', [Q4])
  await expect(forge('import_id is not null')).rejects.toThrow('an opening line on a day that is billed here')
  await expect(stage.see("update bill_line set kind = 'area' where kind = 'opening'")).rejects.toThrow(
    'never rewritten',
  )
})

it('tells each wrong cell, unknown houses and owners, and days without a contract', async () => {
  await stage.see('delete from ownership where house_id = $1', [await a.houseId('1-1-0102')])
  const wrong = await cashier.bring('openings', [
    arrear(LIN, '', '2025-10-01', '2025-12-31', '0'),
    arrear(LIN, '', '2025-10-01', '2025-12-31', '1'),
    [...LIN, '预收', '', '2025-10-01', '', '', '1'],
    arrear(LIN, '水费', '2025-12-31', '2025-10-01', '1'),
    arrear(['9', '9', '9999'], '水费', '2025-10-01', '2025-12-31', '1'),
    arrear(LIN, '水费', '2024-10-01', '2024-12-31', '1', '2025-01-31'),
    arrear(SOLD, '水费', '2025-10-01', '2025-12-31', '1'),
    arrear(LIN, '电费', '2025-10-01', '2025-12-31', '1'),
    arrear(LIN, '电费', '2025-12-01', '2025-12-31', '1'),
    arrear(LIN, '电费', '2025-12-01', '2025-12-31', '1'),
  ])
  expect(await cashier.problems(wrong.importId)).toEqual([
    '2 金额: 金额是 0',
    '3 收费项目: 没有填',
    '4 开始日期: 预收不写日期',
    '5 结束日期: 结束日期在开始日期之前',
    '6 室号: 房屋登记里没有这套房',
    '7 结束日期: 那时没有登记物业服务合同，不知道欠的是谁的',
    '8 结束日期: 那时这套房没有登记业主，不知道该谁交',
    '9 开始日期: 这几天的这项费用已经出过账单，或和另一行重叠',
    '10 开始日期: 这几天的这项费用已经出过账单，或和另一行重叠',
    '11 整行: 和第 10 行重复',
    '11 开始日期: 这几天的这项费用已经出过账单，或和另一行重叠',
  ])
  expect(await cashier.refusedTo('imports.applyImport', { importId: wrong.importId })).toBe('IMPORT_HAS_PROBLEMS')
  expect(await stage.see('select 1 from bill')).toEqual([])
})
