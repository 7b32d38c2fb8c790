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
  'bills.answerDispute': {
    does: '答复账单疑问或作废',
    who: { cashier: 'community', manager: 'community' },
    not: 'the issuer',
  },
} as const satisfies RowsOf<'bills'>
