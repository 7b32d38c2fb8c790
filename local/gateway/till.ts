import { escapeHtml, page } from './page'

/** A prepay_id of WeChat: letters, digits and underscores, at most 64. */
const PREPAY_ID = /^\w{1,64}$/

/**
 * The till that wx.requestPayment opens. It can take no money, because no call of ours makes a payment order:
 * whatever id it is asked for is one that nobody has issued, and it says so.
 */
export function tillPage(prepayId: string): string {
  const named = PREPAY_ID.test(prepayId) ? `（${prepayId}）` : ''
  return page({
    title: '收银台',
    script: '/local/till.js',
    bodyClass: 'till-body',
    body: `
<main class="till">
  <section class="till-card">
    <p class="till-label">演示收银台，不收真钱</p>
    <h1 class="till-title">这笔支付单不存在或已过期</h1>
    <p class="till-text">没有扣款${escapeHtml(named)}。请返回，重新发起一次。</p>
    <button class="main-button" id="back" type="button">返回</button>
  </section>
</main>`,
  })
}
