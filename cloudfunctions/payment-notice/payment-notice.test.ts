import { main as payments } from '../payments'
import { main as clockwork } from '../clockwork'
import { main as notice } from '.'
import { billsToPay, invariantsOf } from '../../local/testing/paying'
import { callAs, openTestStage, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { openTestWechatPay, type TestWechatPay } from '../../local/testing/wechat-pay'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { encryptFor, signedHeaders } from '../../local/wechat-pay/wire'

let stage: TestStage
let wechat: TestWechatPay
let newBill: () => Promise<string>
const owner = holderOf('A', 'owner')
const MCHID = '1900000101'

beforeAll(async () => {
  stage = await openTestStage()
  newBill = await billsToPay(stage, COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  wechat = await openTestWechatPay(stage)
})
afterEach(async () => {
  await wechat.settled()
  expect(await invariantsOf(stage, wechat)).toEqual([])
})
afterAll(async () => {
  await wechat.close()
  await stage.close()
})

const prepare = async () => yes(callAs(payments, owner, 'payments.preparePayment', { billIds: [await newBill()] }))
const press = (prepared: { parameters?: { package: string } | undefined }) =>
  wechat.press(prepared.parameters?.package ?? '', owner)
const stateOf = async (attemptId: string) =>
  (await yes(callAs(payments, owner, 'payments.readPayment', { attemptId }))).state
const everything = () =>
  stage.see(`select (select count(*) from receipt) as receipts, (select count(*) from journal) as journals,
    (select count(*) from notice_inbox) as kept, (select count(*) from outbox) as told`)

/** The event of a notice, as the HTTP access service hands it over. */
function eventOf(mchid: string, body: string, headers: Record<string, string>) {
  return { httpMethod: 'POST', path: `/payment-notice/${mchid}`, headers, body, isBase64Encoded: false }
}

/** A notice that the merchant’s WeChat has signed just now, about whatever it is told to say. */
function noticeOf(told: object, { mchid = MCHID, at = new Date(), id = `n-${Math.random()}` } = {}) {
  const merchant = wechat.simulator.merchant(mchid)
  const body = JSON.stringify({
    id,
    event_type: 'TRANSACTION.SUCCESS',
    resource: { algorithm: 'AEAD_AES_256_GCM', ...encryptFor(merchant.apiV3Key, JSON.stringify(told)) },
  })
  return {
    body,
    headers: signedHeaders(merchant, body, at),
    event: (path = mchid) => eventOf(path, body, signedHeaders(merchant, body, at)),
  }
}

const PAID = {
  appid: 'wx-test',
  mchid: MCHID,
  out_trade_no: 'MJUNKNOWN0000000000001',
  transaction_id: '4200000000000000000000000001',
  trade_state: 'SUCCESS',
  success_time: new Date().toISOString(),
  payer: { openid: owner },
  amount: { total: 100, currency: 'CNY' },
}

describe('a notice that is not WeChat’s', () => {
  const good = () => noticeOf(PAID)
  it.each<[string, number, () => object]>([
    [
      'with a probe for a signature',
      401,
      () => {
        const { body, headers } = good()
        return eventOf(MCHID, body, {
          ...headers,
          'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature'] ?? ''}`,
        })
      },
    ],
    [
      'changed by one character',
      401,
      () => {
        const { body, headers } = good()
        return eventOf(MCHID, body.replace('TRANSACTION', 'TRANSACTIOM'), headers)
      },
    ],
    ['ten minutes old', 401, () => noticeOf(PAID, { at: new Date(Date.now() - 600_000) }).event()],
    ['ten minutes ahead', 401, () => noticeOf(PAID, { at: new Date(Date.now() + 600_000) }).event()],
    ['signed for another merchant', 401, () => noticeOf(PAID, { mchid: '1900000102' }).event(MCHID)],
    ['for a merchant nobody knows', 404, () => good().event('1900009999')],
    [
      'without any signature, in the XML of old',
      401,
      () => eventOf(MCHID, '<xml><return_code>SUCCESS</return_code></xml>', {}),
    ],
    ['of a megabyte', 400, () => eventOf(MCHID, 'x'.repeat(1_000_000), good().headers)],
    ['that is no POST', 400, () => ({ ...good().event(), httpMethod: 'GET' })],
    ['from a client that calls the function itself', 400, () => ({ call: 'payments.applyPayment', input: PAID })],
  ])('%s is answered %d and changes nothing', async (_what, status, event) => {
    const before = await everything()
    const reply = await notice(event())
    expect(reply.statusCode).toBe(status)
    expect(await everything()).toEqual(before)
  })

  it('is asked for again when it cannot be decrypted with our key, and changes nothing', async () => {
    const before = await everything()
    const merchant = wechat.simulator.merchant(MCHID)
    const body = JSON.stringify({
      id: 'n-other-key',
      event_type: 'TRANSACTION.SUCCESS',
      resource: { algorithm: 'AEAD_AES_256_GCM', ...encryptFor('f'.repeat(32), JSON.stringify(PAID)) },
    })
    expect((await notice(eventOf(MCHID, body, signedHeaders(merchant, body, new Date())))).statusCode).toBe(500)
    expect(await everything()).toEqual(before)
  })
})

describe('a notice of WeChat’s', () => {
  it('comes through after a probe that failed', async () => {
    const prepared = await prepare()
    wechat.simulator.faults.askNotice('SIGNTEST first')
    press(prepared)
    for (let n = 0; n < 100 && (await stateOf(prepared.attemptId)) !== 'paid'; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const sent = wechat.simulator.notices.sent().at(-1)
    expect(sent?.answers).toEqual([401, 204])
    expect(await stateOf(prepared.attemptId)).toBe('paid')
  })

  it('about money for a number that nobody knows is set aside, once, and answered as heard', async () => {
    const event = noticeOf(PAID, { id: 'n-unknown' }).event()
    expect(await notice(event)).toMatchObject({ statusCode: 204, body: '' })
    expect((await notice(event)).statusCode).toBe(204)
    const { items } = await yes(callAs(payments, holderOf('A', 'cashier'), 'payments.listSuspense', {}))
    expect(items).toMatchObject([{ reason: 'unknownNumber', amountFen: 100, houseLabels: [] }])
  })

  it('about another payer than the one who asked is set aside', async () => {
    const { attemptId } = await prepare()
    const [row] = await stage.see<{ out_trade_no: string }>(
      'select out_trade_no from pay_attempt where attempt_id = $1',
      [attemptId],
    )
    const told = {
      ...PAID,
      out_trade_no: row?.out_trade_no,
      transaction_id: '4200000000000000000000000002',
      payer: { openid: 'somebody' },
    }
    expect((await notice(noticeOf({ ...told, amount: { total: 13425, currency: 'CNY' } }).event())).statusCode).toBe(
      204,
    )
    const { items } = await yes(callAs(payments, holderOf('A', 'cashier'), 'payments.listSuspense', {}))
    expect(items[0]).toMatchObject({ reason: 'wrongParty', amountFen: 13425 })
  })

  it('about a refund made at WeChat’s own desk lets the order be looked up soon', async () => {
    const prepared = await prepare()
    wechat.simulator.faults.askNotice('lost')
    press(prepared)
    const [row] = await stage.see<{ out_trade_no: string }>(
      'select out_trade_no from pay_attempt where attempt_id = $1',
      [prepared.attemptId],
    )
    const order = wechat.simulator.orders.find(MCHID, row?.out_trade_no ?? '')
    if (order) order.state = 'REFUND' // a clerk gave a part of it back there, before we were told of the payment
    const merchant = wechat.simulator.merchant(MCHID)
    const body = JSON.stringify({
      id: 'n-refund',
      event_type: 'REFUND.SUCCESS',
      resource: {
        algorithm: 'AEAD_AES_256_GCM',
        ...encryptFor(
          merchant.apiV3Key,
          JSON.stringify({ mchid: MCHID, out_trade_no: row?.out_trade_no, refund_status: 'SUCCESS' }),
        ),
      },
    })
    expect((await notice(eventOf(MCHID, body, signedHeaders(merchant, body, new Date())))).statusCode).toBe(204)
    await clockwork({}, timerContext())
    expect(await stateOf(prepared.attemptId)).toBe('paid') // Y3: one receipt, although the refund was told first
  })

  it('that could not be applied is kept, asked for again, and applied by the clock', async () => {
    const prepared = await prepare()
    await stage.see('alter table receipt add constraint broken check (amount_fen < 0) not valid')
    wechat.simulator.faults.askNotice('three at once')
    press(prepared)
    await wechat.settled()
    expect(new Set(wechat.simulator.notices.sent().at(-1)?.answers)).toEqual(new Set([500]))
    await stage.see('alter table receipt drop constraint broken')
    await stage.see('update notice_inbox set next_try_at = app_now() where applied_at is null')
    await clockwork({}, timerContext())
    expect(await stateOf(prepared.attemptId)).toBe('paid')
    expect(await stage.see('select 1 from notice_inbox where applied_at is null')).toEqual([])
  })

  it('meets queries and a closing at the same moment, a hundred times, and is booked once each time', async () => {
    for (let n = 0; n < 100; n += 1) {
      const prepared = await prepare()
      const { attemptId } = prepared
      wechat.simulator.faults.askNotice('three at once')
      press(prepared)
      await Promise.all([
        wechat.settled(),
        callAs(payments, owner, 'payments.checkPayment', { attemptId }),
        callAs(payments, owner, 'payments.cancelPayment', { attemptId }),
      ])
      expect(await stateOf(attemptId)).toBe('paid')
      expect(await stage.see('select 1 from receipt where attempt_id = $1', [attemptId])).toHaveLength(1)
    }
  }, 60_000)

  it('leaves neither payer nor key nor ciphertext in the log', async () => {
    const lines: string[] = []
    const spoken = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const prepared = await prepare()
    press(prepared)
    await wechat.settled()
    spoken.mockRestore()
    expect(lines.join('\n')).toContain('"fn":"payment-notice"')
    for (const secret of [owner, wechat.kits.A.apiV3Key, 'ciphertext', prepared.parameters?.paySign ?? '?']) {
      expect(lines.join('\n')).not.toContain(secret)
    }
  })
})
