import type { RowsOf, Rule } from './rule'

const BILLING_STAFF = { clerk: 'community', cashier: 'community', manager: 'community' } as const satisfies Rule['who']

const BILL_READERS = {
  owner: 'own bills',
  family: 'own bills',
  tenant: 'own bills',
  ...BILLING_STAFF,
} as const satisfies Rule['who']

export const BILLS_ROWS = {
  'bills.previewRun': { does: '试出账单', who: BILLING_STAFF },
  'bills.startRun': { does: '出账单', who: BILLING_STAFF },
  'bills.listRuns': { does: '看出账记录', who: BILLING_STAFF },
  'bills.listBills': { does: '看账单列表', who: BILL_READERS },
  'bills.readBill': { does: '看一张账单怎么算的', who: BILL_READERS },
  'bills.disputeBill': {
    does: '对账单提出疑问',
    who: { owner: 'own bills', family: 'own bills', tenant: 'own bills' },
  },
  'bills.listTerms': { does: '看计费登记', who: BILLING_STAFF },
  'bills.registerSpace': { does: '登记车位等按个数收的', who: BILLING_STAFF },
  'bills.registerRelief': { does: '登记减收', who: { manager: 'community' } },
  'bills.registerPayer': { does: '登记由单位缴费', who: BILLING_STAFF },
  'bills.endTerm': { does: '结束或更正计费登记', who: BILLING_STAFF },
  'bills.askTenantToPay': { does: '请租户来缴费', who: { owner: 'own house', ...BILLING_STAFF } },
  'bills.answerPayerRequest': { does: '答复是否由自己缴费', who: { tenant: 'own house' } },
  'bills.withdrawPayerRequest': { does: '收回请租户缴费', who: { owner: 'own house', ...BILLING_STAFF } },
  'bills.readHouseTerms': {
    does: '看自己房屋的计费登记',
    who: { owner: 'own house', family: 'own house', tenant: 'own house' },
  },
  'bills.listCosts': { does: '看分摊费用', who: BILLING_STAFF },
  'bills.registerCost': { does: '登记分摊费用', who: BILLING_STAFF },
  'bills.dropCost': { does: '删掉登记错的分摊费用', who: BILLING_STAFF },
  'bills.answerDispute': {
    does: '答复账单疑问或作废',
    who: { cashier: 'community', manager: 'community' },
    not: 'the issuer',
  },
} as const satisfies RowsOf<'bills'>
