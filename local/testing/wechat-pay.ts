import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { openPool } from '../../cloudfunctions/shared/db/pool'
import { inTransaction } from '../../cloudfunctions/shared/db/transaction'
import { openPayAccount } from '../../cloudfunctions/shared/founding/open-pay-account'
import { forgetMerchantKeys } from '../../cloudfunctions/shared/payment/merchant-secret-store'
import { main as paymentNotice } from '../../cloudfunctions/payment-notice'
import { openMerchant, type MerchantKit } from '../wechat-pay/merchants'
import { openSimulator, type Simulator } from '../wechat-pay/simulator'
import type { TestStage } from './stage'

/** A merchant number for each community of the tests, its simulator, and the line by which notices come in. */
export interface TestWechatPay {
  simulator: Simulator
  kits: Record<'A' | 'B', MerchantKit>
  payAccountIds: Record<'A' | 'B', string>
  masterKey: string
  /** What stands in the place of `payment-notice`; a test may put another in between. */
  notice: { receive: (event: unknown) => Promise<{ statusCode: number; body: string }> }
  /** Presses 付款 for the payer of an order, by the package of wx.requestPayment. */
  press(packageText: string, openid: string): string | undefined
  /** All deliveries of notices have ended. */
  settled(): Promise<void>
  close(): Promise<void>
}

const TEST_APP = 'wx-test'
const CITY = '测试市'

/** WeChat waits fifteen seconds before it tells again; here a hundredth of a second. */
const SCALE = 0.0005

export async function openTestWechatPay(stage: TestStage): Promise<TestWechatPay> {
  const opened = { A: openMerchant('1900000101', [TEST_APP]), B: openMerchant('1900000102', [TEST_APP]) }
  const simulator = await openSimulator({
    merchants: [opened.A.merchant, opened.B.merchant],
    now: () => new Date(),
    scale: SCALE,
  })
  const masterKey = randomBytes(32).toString('base64')
  const notice: TestWechatPay['notice'] = { receive: paymentNotice }
  const door = await listen((event) => notice.receive(event))
  const address = door.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  Object.assign(process.env, {
    PAYMENTS_DATABASE_URL: stage.paymentsUrl,
    MINGJU_MASTER_KEY: masterKey,
    MINGJU_WECHAT_PAY_URL: simulator.url,
    MINGJU_NOTICE_URL: `http://127.0.0.1:${address.port}/payment-notice`,
  })
  await forgetMerchantKeys()
  const owner = openPool(stage.ownerUrl)
  const open = (letter: 'A' | 'B') =>
    inTransaction(owner, 'write', (db) =>
      openPayAccount(db, masterKey, {
        kind: 'fees',
        community: { name: `${letter} 小区`, city: CITY },
        appid: TEST_APP,
        onlyThisCommunity: false,
        keys: opened[letter].kit,
      }),
    )
  const payAccountIds = { A: await open('A'), B: await open('B') }
  await owner.end()
  return {
    simulator,
    kits: { A: opened.A.kit, B: opened.B.kit },
    payAccountIds,
    masterKey,
    notice,
    press: (packageText, openid) => simulator.pay(packageText.replace('prepay_id=', ''), openid),
    settled: () => simulator.notices.settled(),
    close: async () => {
      await simulator.close()
      await new Promise((resolve) => door.close(resolve))
      await forgetMerchantKeys()
    },
  }
}

/** The HTTP access service of the platform: a request becomes an event, and what is returned becomes the answer. */
function listen(receive: TestWechatPay['notice']['receive']): Promise<Server> {
  const server = createServer((request, response) => {
    void eventOf(request)
      .then(receive)
      .then(
        ({ statusCode, body }) => response.writeHead(statusCode).end(body),
        () => response.writeHead(502).end(),
      )
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

async function eventOf(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return {
    httpMethod: request.method,
    path: request.url,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('base64'),
    isBase64Encoded: true,
  }
}
