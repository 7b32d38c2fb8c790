import { main as bills } from '../bills'
import { main as clockwork } from '../clockwork'
import { main as members } from '../members'
import { main as payments } from '.'
import { billsToPay, invariantsOf } from '../../local/testing/paying'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { openTestWechatPay, type TestWechatPay } from '../../local/testing/wechat-pay'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
let wechat: TestWechatPay
let newBill: () => Promise<string>
const cashier = holderOf('A', 'cashier')
const clerk = holderOf('A', 'clerk')
const owner = holderOf('A', 'owner')
const family = holderOf('A', 'family')

beforeAll(async () => {
  stage = await openTestStage()
  newBill = await billsToPay(stage, COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  wechat = await openTestWechatPay(stage)
})
beforeEach(() => wechat.simulator.faults.clear())
afterEach(async () => {
  await wechat.settled()
  expect(await invariantsOf(stage, wechat)).toEqual([])
})
afterAll(async () => {
  await wechat.close()
  await stage.close()
})

const FEN = 13425 // 89.50 m² at 1.50
const prepare = (who: string, ...billIds: string[]) =>
  yes(callAs(payments, who, 'payments.preparePayment', { billIds }))
const read = (attemptId: string) => yes(callAs(payments, owner, 'payments.readPayment', { attemptId }))
const check = (attemptId: string) => yes(callAs(payments, owner, 'payments.checkPayment', { attemptId }))
const cash = (billIds: string[], amountFen: number) =>
  callAs(payments, clerk, 'payments.takeCash', { billIds, amountFen, channel: 'cash' })
const press = (prepared: { parameters?: { package: string } | undefined }, who: string) =>
  wechat.press(prepared.parameters?.package ?? '', who)
const bill = async (billId: string) => {
  const rows = await stage.see<{ state: string; paid_fen: string }>(
    'select state, paid_fen from bill where bill_id = $1',
    [billId],
  )
  return { state: rows[0]?.state, paidFen: Number(rows[0]?.paid_fen) }
}
const turn = () => clockwork({}, timerContext())
/** Time passes for everything that clockwork waits for. */
const later = (minutes: number) =>
  stage.see(
    `update pay_attempt set next_check_at = next_check_at - make_interval(mins => ${minutes}),
       pay_before = pay_before - make_interval(mins => ${minutes}),
       started_at = started_at - make_interval(mins => ${minutes}) where state in ('new', 'open')`,
  )

describe('a payment through WeChat', () => {
  it('Y1, D7.9: books one receipt and one journal for three notices, two queries and a turn of the clock', async () => {
    const billId = await newBill()
    const prepared = await prepare(owner, billId)
    expect(prepared).toMatchObject({ state: 'open', amountFen: FEN, mine: true, payeeName: 'A 物业' })
    wechat.simulator.faults.askNotice('three at once')
    expect(press(prepared, owner)).toBeUndefined()
    await Promise.all([check(prepared.attemptId), wechat.settled(), check(prepared.attemptId)])
    await later(5)
    await turn()
    const after = await read(prepared.attemptId)
    expect(after).toMatchObject({ state: 'paid', receipt: { amountFen: FEN, suspenseFen: 0 }, moves: [] })
    expect(await stage.see('select 1 from receipt where attempt_id = $1', [prepared.attemptId])).toHaveLength(1)
    const { receiptId = '' } = after.receipt ?? {}
    expect(await stage.see('select 1 from journal where about_id = $1', [receiptId])).toHaveLength(1)
    expect(await bill(billId)).toEqual({ state: 'paid', paidFen: FEN })
    const inbox = await yes(callAs(members, owner, 'members.listMessages', {}))
    expect(inbox.messages.filter(({ topic }) => topic === 'paymentReceived')).toMatchObject([{ receiptId }])
  })

  it('Y2: sets aside a payment of another amount, leaves the bill unpaid and tells the cashier', async () => {
    const billId = await newBill()
    const prepared = await prepare(owner, billId)
    wechat.simulator.faults.askNotice('wrong amount')
    press(prepared, owner)
    await wechat.settled()
    expect(await bill(billId)).toEqual({ state: 'issued', paidFen: 0 })
    expect(await read(prepared.attemptId)).toMatchObject({ receipt: { amountFen: FEN - 1, suspenseFen: FEN - 1 } })
    const { items } = await yes(callAs(payments, cashier, 'payments.listSuspense', {}))
    expect(items[0]).toMatchObject({ reason: 'wrongAmount', amountFen: FEN - 1 })
    await turn()
    const inbox = await yes(callAs(members, cashier, 'members.listMessages', {}))
    expect(inbox.messages.map(({ topic }) => topic)).toContain('moneySetAside')
    expect((await prepare(family, billId)).state).toBe('open') // and the bill can be paid anew
  })

  it('Y4: closes what WeChat could take when the counter was faster; money that still comes is set aside', async () => {
    const billId = await newBill()
    const { attemptId } = await prepare(owner, billId)
    const receipt = await yes(cash([billId], FEN))
    expect(receipt).toMatchObject({ channel: 'cash', amountFen: FEN, suspenseFen: 0 })
    expect(receipt.number).toMatch(/^SJ\d{8}-\d{4}$/)
    expect(await read(attemptId)).toMatchObject({ state: 'closed' })

    const another = await newBill()
    const prepared = await prepare(owner, another)
    wechat.simulator.faults.ask('close', '500 before')
    wechat.simulator.faults.ask('query', '500 before')
    await yes(cash([another], FEN)) // WeChat could not be reached: the order is still open there
    press(prepared, owner)
    await wechat.settled()
    expect(await bill(another)).toEqual({ state: 'paid', paidFen: FEN })
    const { items } = await yes(callAs(payments, cashier, 'payments.listSuspense', {}))
    expect(items[0]).toMatchObject({ reason: 'billNotDue', amountFen: FEN, billNumbers: [expect.any(String)] })
  })

  it('pays several bills of one payee at once, and a part of one at the counter first', async () => {
    const [one, two] = [await newBill(), await newBill()]
    await yes(cash([one], 5_000))
    expect(await bill(one)).toEqual({ state: 'partiallyPaid', paidFen: 5_000 })
    const prepared = await prepare(owner, one, two)
    expect(prepared.amountFen).toBe(2 * FEN - 5_000)
    press(prepared, owner)
    await wechat.settled()
    expect([await bill(one), await bill(two)]).toEqual([
      { state: 'paid', paidFen: FEN },
      { state: 'paid', paidFen: FEN },
    ])
    expect(await refusal(callAs(payments, owner, 'payments.preparePayment', { billIds: [one] }))).toBe('BILL_NOT_DUE')
  })

  it('keeps one payment open for a bill: a second phone waits, or cancels the first', async () => {
    const billId = await newBill()
    const first = await prepare(owner, billId)
    expect((await prepare(owner, billId)).attemptId).toBe(first.attemptId) // the same person goes on with the same order
    expect(await refusal(callAs(payments, family, 'payments.preparePayment', { billIds: [billId] }))).toBe(
      'PAYMENT_UNDER_WAY',
    )
    const seen = await yes(callAs(payments, family, 'payments.previewPayment', { billIds: [billId] }))
    expect(seen.underWay).toMatchObject([{ attemptId: first.attemptId, mine: false }])
    expect(seen.underWay[0]?.moves.map(({ act }) => act)).toEqual(['check', 'cancel'])
    const { attemptId } = first
    expect((await yes(callAs(payments, family, 'payments.cancelPayment', { attemptId }))).state).toBe('closed')
    expect(press(first, owner)).toContain('关闭')
    expect((await prepare(family, billId)).mine).toBe(true)
  })

  it('lets one of ten phones open a payment, however they tap at once', async () => {
    const billId = await newBill()
    const asked = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        callAs(payments, n % 2 ? owner : family, 'payments.preparePayment', { billIds: [billId] }),
      ),
    )
    const opened = new Set(asked.flatMap((reply) => (reply.ok ? [reply.data.attemptId] : [])))
    expect(opened.size).toBe(1)
    for (const reply of asked) if (!reply.ok) expect(['PAYMENT_UNDER_WAY', 'BUSY']).toContain(reply.error.code)
  })

  it('refuses a doubted bill, a bill of two payees, somebody else’s bill, and a payer outside of WeChat', async () => {
    const billId = await newBill()
    await yes(callAs(bills, owner, 'bills.disputeBill', { billId, reason: '面积不对' }))
    expect(await refusal(callAs(payments, owner, 'payments.preparePayment', { billIds: [billId] }))).toBe(
      'BILL_NOT_DUE',
    )
    expect(await refusal(cash([billId], FEN))).toBe('BILL_NOT_DUE')
    for (const stranger of ['neighbour', holderOf('B', 'owner'), holderOf('A', 'tenant')]) {
      expect(await refusal(callAs(payments, stranger, 'payments.preparePayment', { billIds: [billId] }))).toBe(
        'NOT_FOUND',
      )
    }
    await stage.see("update pay_account set appid = 'wx-other'")
    const other = await newBill()
    expect(await refusal(callAs(payments, owner, 'payments.preparePayment', { billIds: [other] }))).toBe(
      'PAYMENT_NEEDS_WECHAT',
    )
    await stage.see("update pay_account set appid = 'wx-test'")
  })
})

describe('when WeChat does not answer', () => {
  it.each([
    'lost after',
    '500 after',
    'tampered',
    'unsigned',
    'stale',
    'unknown key',
    'SIGNTEST',
    'html',
    '429',
  ] as const)('takes a %s answer for no answer, and goes on with the same order', async (fault) => {
    const billId = await newBill()
    wechat.simulator.faults.ask('create', fault)
    expect(await refusal(callAs(payments, owner, 'payments.preparePayment', { billIds: [billId] }))).toBe(
      'PAYMENT_UNREACHABLE',
    )
    const prepared = await prepare(owner, billId)
    expect(prepared.state).toBe('open')
    press(prepared, owner)
    await wechat.settled()
    expect((await read(prepared.attemptId)).state).toBe('paid')
  })

  it('finds a payment of which no notice came, by asking in its own time', async () => {
    const billId = await newBill()
    const prepared = await prepare(owner, billId)
    wechat.simulator.faults.askNotice('lost')
    press(prepared, owner)
    await wechat.settled()
    expect((await read(prepared.attemptId)).state).toBe('open')
    await later(1)
    await turn()
    expect((await read(prepared.attemptId)).state).toBe('paid')
  })

  it('ends an order when its time is over, and frees the bill', async () => {
    const billId = await newBill()
    const { attemptId } = await prepare(owner, billId)
    await later(31)
    await turn()
    expect(await read(attemptId)).toMatchObject({ state: 'closed', moves: [] })
    expect((await prepare(owner, billId)).attemptId).not.toBe(attemptId)
  })

  it('never calls an order closed that WeChat did not close', async () => {
    const billId = await newBill()
    const prepared = await prepare(owner, billId)
    const { attemptId } = prepared
    wechat.simulator.faults.ask('close', 'lost before')
    expect(await refusal(callAs(payments, owner, 'payments.cancelPayment', { attemptId }))).toBe('PAYMENT_UNREACHABLE')
    expect((await read(attemptId)).state).toBe('open')
    press(prepared, owner)
    expect((await yes(callAs(payments, owner, 'payments.cancelPayment', { attemptId }))).state).toBe('paid') // money was faster
  })
})

it('counts the counter’s numbers without gaps, and refuses more than is owed', async () => {
  const billId = await newBill()
  const refused = await cash([billId], FEN + 1)
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', details: { fields: [{ path: 'amountFen' }] } },
  })
  await yes(cash([billId], 1))
  const rows = await stage.see<{ number: string }>('select number from receipt order by number')
  const numbers = rows.map(({ number }) => Number(number.slice(-4)))
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  const list = await yes(callAs(payments, clerk, 'payments.listReceipts', { channel: 'cash', search: '1-1-0101' }))
  expect(list.receipts[0]).toMatchObject({ amountFen: 1, houseLabels: ['1 栋 1 单元 0101'] })
})
