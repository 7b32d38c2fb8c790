/** The words of bills (账单): states, acts, periods and limits, for both sides. */
export const BILL_STATES = {
  issued: { zh: '待缴', tone: 'due', open: true },
  partiallyPaid: { zh: '缴了一部分', tone: 'due', open: true },
  paid: { zh: '已缴清', tone: 'ok', open: false },
  disputed: { zh: '有疑问', tone: 'due', open: true },
  voided: { zh: '已作废', tone: 'plain', open: false },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' | 'bad'; open: boolean }>

export type BillState = keyof typeof BILL_STATES
export const BILL_STATE_IDS = Object.keys(BILL_STATES) as [BillState, ...BillState[]]

/** What may happen to a bill after it was issued. */
export const BILL_ACTS = {
  dispute: { zh: '提出疑问' },
  uphold: { zh: '核对无误' },
  void: { zh: '作废' },
} as const satisfies Record<string, { zh: string }>

export type BillAct = keyof typeof BILL_ACTS
export const BILL_ACT_IDS = Object.keys(BILL_ACTS) as [BillAct, ...BillAct[]]

/** How long a time one bill covers. */
export const BILL_PERIODS = {
  month: { zh: '月', months: 1 },
  quarter: { zh: '季度', months: 3 },
  halfYear: { zh: '半年', months: 6 },
  year: { zh: '年', months: 12 },
} as const satisfies Record<string, { zh: string; months: number }>

export type BillPeriod = keyof typeof BILL_PERIODS
export const BILL_PERIOD_IDS = Object.keys(BILL_PERIODS) as [BillPeriod, ...BillPeriod[]]

/** Who a bill is addressed to. */
export const BILL_PAYERS = {
  owner: { zh: '业主' },
  tenant: { zh: '租户' },
  developer: { zh: '建设单位' },
  organisation: { zh: '单位' },
} as const satisfies Record<string, { zh: string }>

export type BillPayer = keyof typeof BILL_PAYERS
export const BILL_PAYER_IDS = Object.keys(BILL_PAYERS) as [BillPayer, ...BillPayer[]]

/** How an item is charged, as far as bills go. */
export const LINE_KINDS = ['area', 'fixed', 'space', 'share'] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Why a house, or some days, stay out of a run; said with what to mend. */
export const BILL_WARNINGS = {
  noArea: { zh: '没有登记面积', mend: '在房屋登记里补上面积后再出一次' },
  noPayer: { zh: '不知道该向谁收', mend: '在产权登记里补上业主后再出一次' },
  noDeveloper: { zh: '还没交付，但登记里没有建设单位', mend: '登记建设单位，或补上交付日期后再出一次' },
  noBoard: { zh: '有日子没有执行中的收费标准或服务合同', mend: '这些日子不收费；收费要先公示' },
  costUnpublished: { zh: '分摊费用没有公示', mend: '收费标准里没有这一项，不能收' },
  costNoArea: { zh: '分摊范围里有房屋没登记面积', mend: '补上面积后才能分摊' },
  spaceUnpublished: { zh: '按个数收的费用没有公示', mend: '收费标准里没有这一项，不能收' },
} as const satisfies Record<string, { zh: string; mend: string }>

export type BillWarning = keyof typeof BILL_WARNINGS
export const BILL_WARNING_IDS = Object.keys(BILL_WARNINGS) as [BillWarning, ...BillWarning[]]

/** Which bills a list shows. */
export const BILL_FILTERS = {
  open: { zh: '待缴' },
  disputed: { zh: '有疑问' },
  all: { zh: '全部' },
} as const satisfies Record<string, { zh: string }>

export type BillFilter = keyof typeof BILL_FILTERS
export const BILL_FILTER_IDS = Object.keys(BILL_FILTERS) as [BillFilter, ...BillFilter[]]

export const BILL_LIMITS = {
  searchMax: 40,
  reasonMin: 2,
  reasonMax: 500,
  itemsMax: 50,
  /** Houses named in one warning; the number is always exact. */
  namedMax: 50,
} as const

/** Where a run stands. Whether somebody works on it is seen now and never remembered, so a killed run cannot seem alive. */
export const RUN_STATES = {
  waiting: { zh: '马上开始', tone: 'plain' },
  billing: { zh: '正在出账', tone: 'plain' },
  unfinished: { zh: '没有出完', tone: 'due' },
  done: { zh: '出完了', tone: 'ok' },
  empty: { zh: '没有要出的', tone: 'plain' },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' }>
export type RunState = keyof typeof RUN_STATES
export const RUN_STATE_IDS = Object.keys(RUN_STATES) as [RunState, ...RunState[]]
