/** The words of paying: attempts (支付单), receipts (收据) and what is set aside (暂收待查), for both sides. */
export const ATTEMPT_STATES = {
  new: { zh: '准备中', tone: 'due', open: true },
  open: { zh: '等待付款', tone: 'due', open: true },
  closed: { zh: '已取消', tone: 'plain', open: false },
  paid: { zh: '已付款', tone: 'ok', open: false },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' | 'bad'; open: boolean }>

export type AttemptState = keyof typeof ATTEMPT_STATES
export const ATTEMPT_STATE_IDS = Object.keys(ATTEMPT_STATES) as [AttemptState, ...AttemptState[]]

/** What a person may do with an attempt that is not over. */
export const ATTEMPT_ACTS = {
  pay: { zh: '继续支付' },
  check: { zh: '查一下付了没有' },
  cancel: { zh: '取消这笔支付' },
} as const satisfies Record<string, { zh: string }>

export type AttemptAct = keyof typeof ATTEMPT_ACTS
export const ATTEMPT_ACT_IDS = Object.keys(ATTEMPT_ACTS) as [AttemptAct, ...AttemptAct[]]

/** By which way the money came. */
export const PAY_CHANNELS = {
  wechat: { zh: '微信支付', atCounter: false },
  cash: { zh: '现金', atCounter: true },
  transfer: { zh: '银行转账', atCounter: true },
  pos: { zh: '刷卡', atCounter: true },
} as const satisfies Record<string, { zh: string; atCounter: boolean }>

export type PayChannel = keyof typeof PAY_CHANNELS
export const PAY_CHANNEL_IDS = Object.keys(PAY_CHANNELS) as [PayChannel, ...PayChannel[]]
export const COUNTER_CHANNEL_IDS = ['cash', 'transfer', 'pos'] as const satisfies readonly PayChannel[]

/** Why money that came is set aside (暂收待查) instead of being put to a bill. It is never lost and never simply trusted. */
export const SUSPENSE_REASONS = {
  wrongAmount: { zh: '收到的金额和支付单不一致' },
  wrongParty: { zh: '付款人、商户或币种和支付单不一致' },
  unknownNumber: { zh: '找不到对应的支付单' },
  billNotDue: { zh: '账单已经缴清、作废或有疑问，这笔钱是多出来的' },
} as const satisfies Record<string, { zh: string }>

export type SuspenseReason = keyof typeof SUSPENSE_REASONS
export const SUSPENSE_REASON_IDS = Object.keys(SUSPENSE_REASONS) as [SuspenseReason, ...SuspenseReason[]]

/** Stands on every receipt that we number ourselves. */
export const NOT_AN_INVOICE = '本收据只证明收到款项，不是发票'

export const PAYMENT_LIMITS = {
  /** Bills in one payment: two years of months. */
  billsMax: 24,
  /** How long somebody may take at the till; then the order is closed at WeChat and the bills are free again. */
  payWithinMinutes: 30,
  searchMax: 40,
  referenceMax: 60,
  /** A counter takes no more at once than this, so that a slip of the finger is no million. */
  counterFenMax: 100_000_000,
} as const
