import { randomBytes, randomInt } from 'node:crypto'
import type { Merchant } from './merchants'
import { Refusal } from './wire'

/** What a merchant asks for when it makes an order. */
export interface Asked {
  appid: string
  mchid: string
  description: string
  out_trade_no: string
  notify_url: string
  time_expire?: string
  attach?: string
  amount: { total: number; currency?: string }
  payer: { openid: string }
}

export interface Order {
  asked: Asked
  /** The canonical text of what was asked; the same number may only be asked for again with the same. */
  fingerprint: string
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND'
  createdAt: number
  prepay: { id: string; at: number }[]
  transactionId?: string
  paidAt?: number
}

const PREPAY_MS = 2 * 3_600_000
const WEEK_MS = 7 * 24 * 3_600_000

const FIELDS: Record<string, true> = {
  appid: true,
  mchid: true,
  description: true,
  out_trade_no: true,
  notify_url: true,
  time_expire: true,
  attach: true,
  amount: true,
  payer: true,
}

/** WeChat's book of orders. Every rule of it is from the merchant documents or was met in the field. */
export interface OrderBook {
  create(merchant: Merchant, body: unknown): string
  find(mchid: string, outTradeNo: string): Order | undefined
  close(mchid: string, outTradeNo: string): void
  byPrepay(prepayId: string): Order | undefined
  /** Takes the payer's money; why not, where it may not be taken. */
  pay(order: Order, openid: string): string | undefined
  all(): Order[]
}

export interface BookOptions {
  now: () => Date
  /** Orders of an earlier start. */
  remembered?: Order[] | undefined
  /** Told after every change of an order. */
  remember?: ((order: Order) => void) | undefined
}

export function openOrderBook({ now, remembered = [], remember = () => undefined }: BookOptions): OrderBook {
  const keyOf = (mchid: string, outTradeNo: string) => `${mchid} ${outTradeNo}`
  const orders = new Map(remembered.map((order) => [keyOf(order.asked.mchid, order.asked.out_trade_no), order]))
  /** Numbers that were closed before they were ever made: they can never be made again. */
  const burned = new Set<string>()
  const find = (mchid: string, outTradeNo: string) => {
    const order = orders.get(keyOf(mchid, outTradeNo))
    if (order?.state === 'NOTPAY' && now().getTime() - order.createdAt > WEEK_MS) order.state = 'CLOSED'
    return order
  }
  return {
    find,
    all: () => [...orders.values()],
    byPrepay: (prepayId) => [...orders.values()].find((order) => order.prepay.some(({ id }) => id === prepayId)),
    create(merchant, body) {
      const asked = readAsked(merchant, body, now())
      const key = keyOf(asked.mchid, asked.out_trade_no)
      if (burned.has(key)) throw new Refusal(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致')
      const known = find(asked.mchid, asked.out_trade_no)
      const fingerprint = canonical(body)
      if (known && known.fingerprint !== fingerprint) throw new Refusal(403, 'OUT_TRADE_NO_USED', '商户订单号重复')
      if (known?.state === 'CLOSED') throw new Refusal(400, 'ORDER_CLOSED', '该订单已关闭')
      if (known && known.state !== 'NOTPAY') throw new Refusal(400, 'ORDERPAID', '该订单已支付')
      const order: Order = known ?? { asked, fingerprint, state: 'NOTPAY', createdAt: now().getTime(), prepay: [] }
      const id = `wx${randomBytes(17).toString('hex')}`
      order.prepay.push({ id, at: now().getTime() })
      orders.set(key, order)
      remember(order)
      return id
    },
    close(mchid, outTradeNo) {
      const order = find(mchid, outTradeNo)
      if (!order) {
        burned.add(keyOf(mchid, outTradeNo))
        return
      }
      if (order.state === 'SUCCESS' || order.state === 'REFUND') throw new Refusal(400, 'ORDERPAID', '该订单已支付')
      order.state = 'CLOSED'
      remember(order)
    },
    pay(order, openid) {
      const at = now().getTime()
      if (order.state === 'CLOSED') return '订单已关闭，请返回重新发起'
      if (order.state !== 'NOTPAY') return '这笔订单已经付过了'
      if (order.asked.payer.openid !== openid) return '下单账号与支付账号不一致'
      if (order.asked.time_expire && at > Date.parse(order.asked.time_expire)) return '订单已过期，请返回重新发起'
      if (!order.prepay.some((prepay) => at - prepay.at < PREPAY_MS)) return '支付会话已过期，请返回重新发起'
      order.state = 'SUCCESS'
      order.paidAt = at
      order.transactionId = `4200${Array.from({ length: 24 }, () => randomInt(10)).join('')}`
      remember(order)
      return undefined
    },
  }
}

/** WeChat's checks of a new order, in the table's order. [商户文档 4012791897] */
function readAsked(merchant: Merchant, body: unknown, now: Date): Asked {
  const wrong = (message: string) => new Refusal(400, 'PARAM_ERROR', message)
  if (typeof body !== 'object' || body === null) throw wrong('请求体不是有效的JSON对象')
  const stranger = Object.keys(body).find((key) => !FIELDS[key])
  if (stranger) throw wrong(`含有非法的额外参数 ${stranger}`)
  const given = body as Partial<Asked> // nothing is believed: each field is looked at before it is used
  const asked = given as Asked
  if (asked.mchid !== merchant.mchid) throw wrong('http header中的mchid与post payload中的mchid不匹配')
  if (!/^[0-9A-Za-z_\-|*]{6,32}$/.test(asked.out_trade_no)) throw wrong('商户订单号不合法')
  if (typeof asked.description !== 'string' || asked.description === '' || [...asked.description].length > 127) {
    throw wrong('商品描述不合法')
  }
  if (!Number.isSafeInteger(given.amount?.total) || asked.amount.total < 1) throw wrong('订单金额不合法')
  if ((asked.amount.currency ?? 'CNY') !== 'CNY') throw wrong('币种不合法')
  if (typeof given.payer?.openid !== 'string' || asked.payer.openid === '') throw wrong('openid不合法')
  const url = URL.canParse(asked.notify_url) ? new URL(asked.notify_url) : undefined
  const loopback = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost'
  if (!url || url.search || (url.protocol !== 'https:' && !loopback)) throw wrong('notify_url不合法')
  if (asked.time_expire && !(Date.parse(asked.time_expire) > now.getTime())) throw wrong('time_expire时间过短')
  if (!merchant.appids.includes(asked.appid)) throw new Refusal(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  return asked
}

/** One text for one value, whatever the order of keys at whatever depth. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )

/** A transaction as WeChat tells it. */
export function transactionOf(order: Order): Record<string, unknown> {
  const { asked, state } = order
  const words = { NOTPAY: '订单未支付', SUCCESS: '支付成功', CLOSED: '订单已关闭', REFUND: '订单发生过退款' }
  const told = {
    appid: asked.appid,
    mchid: asked.mchid,
    out_trade_no: asked.out_trade_no,
    trade_state: state,
    trade_state_desc: words[state],
    payer: { openid: asked.payer.openid },
    amount: { total: asked.amount.total, payer_total: asked.amount.total, currency: 'CNY', payer_currency: 'CNY' },
  }
  if (!order.transactionId || order.paidAt === undefined) return told
  const china = new Date(order.paidAt + 8 * 3_600_000).toISOString().slice(0, 19)
  return {
    ...told,
    transaction_id: order.transactionId,
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    attach: asked.attach ?? '',
    success_time: `${china}+08:00`,
  }
}
