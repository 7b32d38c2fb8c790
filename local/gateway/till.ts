import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { sayYuan } from '../../types/vocabulary/money'
import { LOCAL_ENV } from '../persona'
import type { Order } from '../wechat-pay/orders'
import type { Simulator } from '../wechat-pay/simulator'
import { paySignHolds } from '../wechat-pay/wire'
import { readJsonObject } from './body'
import { pagePolicy } from './guards'
import { escapeHtml, page } from './page'
import { PlatformError } from './platform-error'
import type { Tokens } from './tokens'

/** A till that somebody has opened: for which order, and who stands in front of it. */
interface Session {
  prepayId: string
  openid: string
}

const SESSIONS_MAX = 100

/**
 * The till that wx.requestPayment opens: the browser's stand-in for WeChat's own. It checks what WeChat checks (the signature
 * of the parameters, the order, the payer), and a person presses 付款, 支付失败 or 取消. What it says is no proof of anything.
 */
export function addTill(api: Hono, { simulator, tokens }: { simulator: Simulator; tokens: Tokens }): void {
  const sessions = new Map<string, Session>()
  api.post('/local/till', async (c) => {
    const openid = await tokens.uidOf(c.req.header('authorization'))
    const parameters = await readJsonObject(c.req.raw)
    const session = randomUUID()
    const oldest = sessions.keys().next().value
    if (oldest !== undefined && sessions.size >= SESSIONS_MAX) sessions.delete(oldest)
    sessions.set(session, { prepayId: signedPrepayId(simulator, parameters) ?? '', openid })
    return c.json({ till: session })
  })
  api.get('/local/till', (c) => {
    const session = sessions.get(c.req.query('session') ?? '')
    const policy = pagePolicy({ frameAncestors: "'self'" })
    const text = tillPage(session && simulator.orders.byPrepay(session.prepayId))
    return c.html(text, 200, { 'content-security-policy': policy, 'cache-control': 'no-store' })
  })
  api.post('/local/till/pay', async (c) => {
    const { session } = await readJsonObject(c.req.raw)
    const opened = sessions.get(String(session))
    if (!opened) throw new PlatformError('NOT_FOUND', 'there is no such till')
    const why = simulator.pay(opened.prepayId, opened.openid)
    return c.json(why === undefined ? { ok: true } : { ok: false, why })
  })
}

/** The order that the parameters are signed for; undefined when they are not signed by its merchant. */
function signedPrepayId(simulator: Simulator, parameters: Record<string, unknown>): string | undefined {
  const text = (name: string) => (typeof parameters[name] === 'string' ? parameters[name] : '')
  const prepayId = text('package').replace(/^prepay_id=/, '')
  const order = simulator.orders.byPrepay(prepayId)
  if (!order || order.asked.appid !== LOCAL_ENV) return undefined
  const given = {
    appId: LOCAL_ENV,
    timeStamp: text('timeStamp'),
    nonceStr: text('nonceStr'),
    package: text('package'),
    paySign: text('paySign'),
  }
  return paySignHolds(simulator.merchant(order.asked.mchid), given) ? prepayId : undefined
}

function tillPage(order: Order | undefined): string {
  return page({
    title: '收银台',
    script: '/local/till.js',
    bodyClass: 'till-body',
    body: `
<main class="till">
  <section class="till-card" aria-live="polite">
    <p class="till-label">演示收银台，不收真钱</p>
    ${order?.state === 'NOTPAY' ? orderBody(order) : nothingBody(order)}
  </section>
</main>`,
  })
}

const orderBody = ({ asked }: Order): string => `
    <h1 class="till-sum"><small>¥</small>${sayYuan(asked.amount.total)}</h1>
    <dl class="till-facts">
      <div><dt>付给</dt><dd>商户 ${escapeHtml(asked.mchid)}</dd></div>
      <div><dt>事由</dt><dd>${escapeHtml(asked.description)}</dd></div>
    </dl>
    <p class="till-why" id="why" role="alert" hidden></p>
    <button class="main-button" id="pay" type="button">付款</button>
    <div class="till-ways">
      <button class="plain-button" id="fail" type="button">支付失败</button>
      <button class="plain-button" id="cancel" type="button">取消</button>
    </div>`

const nothingBody = (order: Order | undefined): string => `
    <h1 class="till-title">${order ? '这笔支付单已经付过或关闭了' : '这笔支付单不存在或已过期'}</h1>
    <p class="till-text">没有扣款。请返回，重新发起一次。</p>
    <button class="main-button" id="cancel" type="button">返回</button>`
