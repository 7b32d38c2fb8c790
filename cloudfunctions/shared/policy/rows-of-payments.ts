import type { RowsOf, Rule } from './rule'

const PAYERS = { owner: 'own bills', family: 'own bills', tenant: 'own bills' } as const satisfies Rule['who']
const COUNTER = { clerk: 'community', cashier: 'community' } as const satisfies Rule['who']

export const PAYMENTS_ROWS = {
  'payments.previewPayment': { does: '看要付多少', who: { ...PAYERS, ...COUNTER, manager: 'community' } },
  'payments.preparePayment': { does: '用微信缴费', who: PAYERS },
  'payments.readPayment': { does: '看一笔支付', who: { ...PAYERS, ...COUNTER, manager: 'community' } },
  'payments.checkPayment': { does: '向微信查一笔支付', who: { ...PAYERS, ...COUNTER, manager: 'community' } },
  'payments.cancelPayment': { does: '取消一笔没付的支付', who: { ...PAYERS, ...COUNTER } },
  'payments.listReceipts': { does: '看收据列表', who: { ...PAYERS, ...COUNTER, manager: 'community' } },
  'payments.readReceipt': { does: '看一张收据', who: { ...PAYERS, ...COUNTER, manager: 'community' } },
  'payments.takeCash': { does: '在窗口收款', who: COUNTER },
  'payments.listSuspense': { does: '看暂收待查', who: { cashier: 'community', manager: 'community' } },
} as const satisfies RowsOf<'payments'>
