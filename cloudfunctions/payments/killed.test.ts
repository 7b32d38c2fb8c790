import { randomUUID } from 'node:crypto'
import { Client, type ClientBase } from 'pg'
import { main as clockwork } from '../clockwork'
import { main as payments } from '.'
import { billsToPay, invariantsOf } from '../../local/testing/paying'
import { callAs, openTestStage, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { openTestWechatPay, type TestWechatPay } from '../../local/testing/wechat-pay'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

/**
 * The function dies at the n-th statement of a payment, for every n: the connection is torn off as a killed instance leaves
 * it. Then everybody tries again as people, WeChat and the clock do, and nothing may be lost or double.
 */
let stage: TestStage
let wechat: TestWechatPay
let newBill: () => Promise<string>
const owner = holderOf('A', 'owner')
const clerk = holderOf('A', 'clerk')
const FEN = 13425

beforeAll(async () => {
  stage = await openTestStage()
  newBill = await billsToPay(stage, COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  wechat = await openTestWechatPay(stage)
})
afterAll(async () => {
  jest.restoreAllMocks()
  await wechat.close()
  await stage.close()
})

/** Statements left before death; undefined while nobody dies. */
let left: number | undefined
let died = false

/** The driver's own way out is cut: from the fatal statement on, this process gets nothing more to the database. */
function killAt(n: number | undefined): void {
  left = n
  died = false
}
beforeAll(() => {
  const send = Client.prototype.query as (this: ClientBase, ...given: unknown[]) => unknown
  const ofFunctions = (client: ClientBase) => (client as unknown as { user?: string }).user === 'mingju_app'
  jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: ClientBase, ...given: unknown[]) {
    if (left === undefined || !ofFunctions(this)) return send.apply(this, given) as never
    if (left <= 0) {
      died = true
      ;(this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
      return Promise.reject(new Error('killed')) as never
    }
    left -= 1
    return send.apply(this, given) as never
  })
})

const later = (minutes: number) =>
  stage.see(
    `update pay_attempt set next_check_at = next_check_at - make_interval(mins => ${minutes}),
       pay_before = pay_before - make_interval(mins => ${minutes}), started_at = started_at - make_interval(mins => ${minutes})
     where state in ('new', 'open')`,
  )
const bill = async (billId: string) =>
  (await stage.see<{ state: string }>('select state from bill where bill_id = $1', [billId]))[0]?.state

/** What everybody does after a failure: the notice comes again, the clock turns, and time passes. */
async function everybodyTriesAgain(): Promise<void> {
  await wechat.settled()
  await stage.see('update notice_inbox set next_try_at = app_now() where applied_at is null')
  await later(5)
  await clockwork({}, timerContext())
}

it('loses nothing and books nothing twice when paying through WeChat dies at any statement', async () => {
  let deaths = 0
  for (let n = 0; ; n += 1) {
    const billId = await newBill()
    const requestId = randomUUID()
    const ask = () => callAs(payments, owner, 'payments.preparePayment', { billIds: [billId] }, requestId)
    killAt(n)
    let prepared = await ask()
    const diedEarly = died
    if (!prepared.ok) {
      killAt(undefined) // the telephone asks again, with the same request
      prepared = await ask()
    }
    if (!prepared.ok) throw new Error(`death at ${n}: ${prepared.error.code}`)
    wechat.press(prepared.data.parameters?.package ?? '', owner)
    await wechat.settled()
    const { attemptId } = prepared.data
    await callAs(payments, owner, 'payments.checkPayment', { attemptId })
    const hasDied = diedEarly || died
    killAt(undefined)
    await everybodyTriesAgain()
    expect(await bill(billId)).toBe('paid')
    expect(await invariantsOf(stage, wechat, { settled: true })).toEqual([])
    if (!hasDied) break
    deaths += 1
  }
  expect(deaths).toBeGreaterThan(30)
}, 180_000)

it('loses nothing and books nothing twice when the counter dies at any statement', async () => {
  let deaths = 0
  for (let n = 0; ; n += 1) {
    const billId = await newBill()
    const open = await yes(callAs(payments, owner, 'payments.preparePayment', { billIds: [billId] }))
    const requestId = randomUUID()
    const input = { billIds: [billId], amountFen: FEN, channel: 'cash' as const }
    killAt(n)
    const first = await callAs(payments, clerk, 'payments.takeCash', input, requestId)
    const hasDied = died
    killAt(undefined)
    const again = await yes(callAs(payments, clerk, 'payments.takeCash', input, requestId))
    if (first.ok) expect(again.receiptId).toBe(first.data.receiptId)
    await everybodyTriesAgain()
    expect(await bill(billId)).toBe('paid')
    const seen = await yes(callAs(payments, owner, 'payments.readPayment', { attemptId: open.attemptId }))
    expect(seen.state).toBe('closed')
    expect(await stage.see('select 1 from receipt_line where bill_id = $1', [billId])).toHaveLength(1)
    expect(await invariantsOf(stage, wechat, { settled: true })).toEqual([])
    if (!hasDied) break
    deaths += 1
  }
  expect(deaths).toBeGreaterThan(20)
}, 180_000)
