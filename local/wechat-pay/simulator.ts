import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { type AnswerFault, type Call, type Faults, openFaults } from './faults'
import type { Merchant } from './merchants'
import { type Notices, openNotices } from './notices'
import { type BookOptions, openOrderBook, type OrderBook, transactionOf } from './orders'
import { type Incoming, merchantOf, Refusal, signedHeaders } from './wire'

/**
 * WeChat Pay APIv3 on this machine, for demonstrations and tests: the wire protocol of orders (JSAPI), with its signatures,
 * its refusals and its notices. It shares no code with our client. It takes no money, and never runs in production.
 */
export interface Simulator {
  url: string
  orders: OrderBook
  faults: Faults
  notices: Notices
  merchant(mchid: string): Merchant
  /** The payer presses 付款: takes the money and tells the merchant. Says why not, where it may not. */
  pay(prepayId: string, openid: string): string | undefined
  close(): Promise<void>
}

export interface SimulatorOptions extends BookOptions {
  merchants: readonly Merchant[]
  /** Shortens the waits between notices; 1 is WeChat's own schedule. */
  scale?: number
  port?: number
}

export async function openSimulator(options: SimulatorOptions): Promise<Simulator> {
  if (process.env.NODE_ENV === 'production') throw new Error('The simulator of WeChat Pay never runs in production.')
  const { now, scale = 1, port = 0 } = options
  const merchants = new Map(options.merchants.map((merchant) => [merchant.mchid, merchant]))
  const orders = openOrderBook(options)
  const faults = openFaults()
  const notices = openNotices({ now, scale })
  const app = buildApi({ merchants, orders, faults, now })
  const server = await new Promise<Server>((resolve, reject) => {
    const made = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(made)) as Server
    made.once('error', reject)
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the simulator listens on no port')
  const merchant = (mchid: string) => {
    const known = merchants.get(mchid)
    if (!known) throw new Error(`no merchant ${mchid}`)
    return known
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    orders,
    faults,
    notices,
    merchant,
    pay(prepayId, openid) {
      const order = orders.byPrepay(prepayId)
      if (!order) return '这笔支付单不存在或已过期'
      const why = orders.pay(order, openid)
      if (why === undefined) notices.tell(merchant(order.asked.mchid), order, faults.nextNotice())
      return why
    },
    close: async () => {
      notices.stop()
      await notices.settled()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

interface Parts {
  merchants: Map<string, Merchant>
  orders: OrderBook
  faults: Faults
  now: () => Date
}

type Work = (merchant: Merchant, request: Incoming) => unknown

function buildApi(parts: Parts): Hono {
  const { orders } = parts
  const app = new Hono()
  const route = '/v3/pay/transactions'
  const numberIn = (c: Context) => c.req.param('no') ?? ''
  app.post(`${route}/jsapi`, (c) =>
    answer(c, parts, 'create', (merchant, { body }) => ({ prepay_id: orders.create(merchant, readJson(body)) })),
  )
  app.get(`${route}/out-trade-no/:no`, (c) =>
    answer(c, parts, 'query', (merchant) => {
      ensureOwn(merchant, c.req.query('mchid'))
      const order = orders.find(merchant.mchid, numberIn(c))
      if (!order) throw new Refusal(404, 'ORDER_NOT_EXIST', '订单不存在')
      return transactionOf(order)
    }),
  )
  app.post(`${route}/out-trade-no/:no/close`, (c) =>
    answer(c, parts, 'close', (merchant, { body }) => {
      ensureOwn(merchant, (readJson(body) as { mchid?: unknown }).mchid)
      orders.close(merchant.mchid, numberIn(c))
      return undefined
    }),
  )
  app.notFound((c) => c.body(null, 404)) // as WeChat does: no body at all
  return app
}

function ensureOwn(merchant: Merchant, mchid: unknown): void {
  if (mchid !== merchant.mchid) throw new Refusal(400, 'PARAM_ERROR', 'http header中的mchid与参数中的mchid不匹配')
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    throw new Refusal(400, 'PARAM_ERROR', '请求体不是有效的JSON')
  }
}

/** One request from the wire to the wire: faults, who has signed, what is done, and the signed answer. */
async function answer(c: Context, parts: Parts, call: Call, work: Work): Promise<Response> {
  const fault = parts.faults.next(call)
  if (fault === 'lost before') return neverAnswers()
  if (fault === '500 before') return refuse(c, new Refusal(500, 'SYSTEM_ERROR', '系统错误'))
  if (fault === '429') return refuse(c, new Refusal(429, 'FREQUENCY_LIMITED', '频率限制'))
  if (fault === 'html') return c.html('<html>502 Bad Gateway</html>', 502)
  const { pathname, search } = new URL(c.req.url)
  const request: Incoming = {
    method: c.req.method,
    url: pathname + search,
    body: await c.req.text(),
    authorization: c.req.header('authorization'),
  }
  try {
    const merchant = merchantOf(request, parts.merchants, parts.now())
    const said = work(merchant, request)
    if (fault === 'lost after') return neverAnswers()
    if (fault === '500 after') return refuse(c, new Refusal(500, 'SYSTEM_ERROR', '系统错误'))
    return signed(c, merchant, said === undefined ? '' : JSON.stringify(said), { now: parts.now(), fault })
  } catch (error) {
    if (error instanceof Refusal) return refuse(c, error)
    throw error
  }
}

/** A connection that ends without an answer. */
const neverAnswers = (): Response =>
  new Response(new ReadableStream({ start: (controller) => controller.error(new Error('lost')) }))

/** Whether WeChat signs its refusals is documented nowhere; here they come unsigned, which a client must live with. */
const refuse = (c: Context, { status, code, message }: Refusal): Response => c.json({ code, message }, status)

function signed(
  c: Context,
  merchant: Merchant,
  body: string,
  { now, fault }: { now: Date; fault: AnswerFault | undefined },
): Response {
  const at = fault === 'stale' ? new Date(now.getTime() - 10 * 60_000) : now
  const headers = fault === 'unsigned' ? {} : signedHeaders(merchant, body, at)
  if (fault === 'unknown key') headers['Wechatpay-Serial'] = 'PUB_KEY_ID_0000000000000000000000000000'
  if (fault === 'SIGNTEST')
    headers['Wechatpay-Signature'] = `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature'] ?? ''}`
  const sent = fault === 'tampered' ? body.replace(/\d(?=[^\d]*$)/, '7') + ' ' : body
  if (body === '') return c.body(null, 204, headers)
  return c.body(sent, 200, { 'content-type': 'application/json', ...headers })
}
