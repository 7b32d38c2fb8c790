/** What is registered for a house's bills beside area and owner, and the costs that houses share. */
export const BILLING_TERMS = {
  space: { zh: '按个数收的' },
  relief: { zh: '减收' },
  payer: { zh: '由谁缴费' },
} as const satisfies Record<string, { zh: string }>

export type BillingTerm = keyof typeof BILLING_TERMS
export const BILLING_TERM_IDS = Object.keys(BILLING_TERMS) as [BillingTerm, ...BillingTerm[]]

/** Whether a tenant has agreed to pay in the owner's place. */
export const PAYER_REQUEST_STATES = {
  waiting: { zh: '等租户同意', tone: 'due' },
  agreed: { zh: '租户已同意', tone: 'ok' },
  declined: { zh: '租户没有同意', tone: 'plain' },
  withdrawn: { zh: '已收回', tone: 'plain' },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' }>

export type PayerRequestState = keyof typeof PAYER_REQUEST_STATES
export const PAYER_REQUEST_STATE_IDS = Object.keys(PAYER_REQUEST_STATES) as [PayerRequestState, ...PayerRequestState[]]

export const BILLING_TERM_LIMITS = {
  quantityMax: 100,
  /** A relief of 100 % would be no relief, so it ends at 99. */
  percentMax: 99,
  basisMin: 4,
  basisMax: 120,
  wordsMin: 2,
  wordsMax: 60,
  /** 10,000,000 yuan: more than any cost of one month. */
  costFenMax: 1_000_000_000,
  /** How far back costs are listed, in months. */
  costMonths: 24,
} as const
