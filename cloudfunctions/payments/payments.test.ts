import { main as bills } from '../bills'
import { main as payments } from '.'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { openTestWechatPay, type TestWechatPay } from '../../local/testing/wechat-pay'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
let wechat: TestWechatPay
let a: ReturnType<typeof registersOf>
const cashier = holderOf('A', 'cashier')
const owner = holderOf('A', 'owner')
const family = holderOf('A', 'family')

beforeAll(async () => {
  stage = await openTestStage()
  const communityId = await stage.found(withoutRegisters(COMMUNITY_A))
  await stage.found(withoutRegisters(COMMUNITY_B))
  wechat = await openTestWechatPay(stage)
  a = registersOf(stage, communityId)
  await a.board(await a.contract(), 1, '2020-01-01', [{ code: 'property_service', name: '物业服务费', priceE4: 15000 }])
  await a.area('1-1-0101', 8950)
  await a.owner('1-1-0101', { name: '林女士' })
})
afterAll(async () => {
  await wechat.close()
  await stage.close()
})

/** A month that nobody has billed yet, so that each story has bills of its own. */
let month = 0
async function newBill(): Promise<string> {
  month += 1
  const from = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  const { runId } = await yes(callAs(bills, cashier, 'bills.startRun', { kind: 'month', from }))
  const [row] = await stage.see<{ bill_id: string }>('select bill_id from bill where run_id = $1', [runId])
  return row?.bill_id ?? ''
}
const prepare = (who: string, billIds: string[]) => yes(callAs(payments, who, 'payments.preparePayment', { billIds }))
const bill = async (billId: string) =>
  (
    await stage.see<{ state: string; paid_fen: string }>('select state, paid_fen from bill where bill_id = $1', [
      billId,
    ])
  )[0]

it('Y1: books one receipt and one journal for three notices, a query and a second query', async () => {
  const billId = await newBill()
  const prepared = await prepare(owner, [billId])
  expect(prepared).toMatchObject({ state: 'open', amountFen: 13425, mine: true, payeeName: 'A 物业' })
  wechat.simulator.faults.askNotice('three at once')
  expect(wechat.press(prepared.parameters?.package ?? '', owner)).toBeUndefined()
  await wechat.settled()
  const { attemptId } = prepared
  await yes(callAs(payments, owner, 'payments.checkPayment', { attemptId }))
  await yes(callAs(payments, owner, 'payments.checkPayment', { attemptId }))
  const after = await yes(callAs(payments, owner, 'payments.readPayment', { attemptId }))
  expect(after).toMatchObject({ state: 'paid', receipt: { amountFen: 13425, suspenseFen: 0 }, moves: [] })
  expect(await stage.see('select 1 from receipt')).toHaveLength(1)
  expect(await stage.see("select 1 from journal where about_kind = 'receipt'")).toHaveLength(1)
  expect(await bill(billId)).toMatchObject({ state: 'paid' })
})

it('refuses the second phone of the household until the first payment is cancelled', async () => {
  const billId = await newBill()
  const { attemptId } = await prepare(owner, [billId])
  expect(await refusal(callAs(payments, family, 'payments.preparePayment', { billIds: [billId] }))).toBe(
    'PAYMENT_UNDER_WAY',
  )
  const seen = await yes(callAs(payments, family, 'payments.previewPayment', { billIds: [billId] }))
  expect(seen.underWay).toMatchObject([{ attemptId, mine: false }])
  const cancelled = await yes(callAs(payments, family, 'payments.cancelPayment', { attemptId }))
  expect(cancelled.state).toBe('closed')
  expect((await prepare(family, [billId])).mine).toBe(true)
})
