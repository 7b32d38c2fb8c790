import { addMonths } from './dates'
import { REVENUE_CATEGORIES, REVENUE_CATEGORY_IDS } from './revenue'

/**
 * The accounts of public revenue (公共收益): what came in, what it cost to earn it, what the owners' committee spent on its
 * work, and the quarter's statement (季度公示). Costs stand apart from income (民法典 第282条), the committee's expenses are
 * a section of their own.
 */
export const ENTRY_KINDS = {
  opening: { zh: '期初结余' },
  income: { zh: '收入' },
  cost: { zh: '经营成本' },
  committee: { zh: '工作经费' },
} as const satisfies Record<string, { zh: string }>
export type EntryKind = keyof typeof ENTRY_KINDS
export const ENTRY_KIND_IDS = Object.keys(ENTRY_KINDS) as [EntryKind, ...EntryKind[]]

/** What it costs to earn the income. */
export const COST_CATEGORIES = {
  upkeep: { zh: '设施保养', example: '例如 停车位划线' },
  energy: { zh: '水电费', example: '例如 充电桩电费' },
  tax: { zh: '税费', example: '例如 增值税和附加' },
  collection: { zh: '代收人员补贴', example: '例如 停车收费员补贴' },
  otherCost: { zh: '其他成本', example: '写清楚是什么' },
} as const satisfies Record<string, { zh: string; example: string }>
export type CostCategory = keyof typeof COST_CATEGORIES

/** What the owners' committee spends on its work (业委会经费). */
export const COMMITTEE_CATEGORIES = {
  printing: { zh: '打印', example: '例如 公示和表决票' },
  meeting: { zh: '会议和茶歇', example: '例如 业主大会茶歇' },
  audit: { zh: '审计', example: '例如 年度审计定金' },
  otherCommittee: { zh: '其他经费', example: '写清楚是什么' },
} as const satisfies Record<string, { zh: string; example: string }>
export type CommitteeCategory = keyof typeof COMMITTEE_CATEGORIES

const COST_IDS = Object.keys(COST_CATEGORIES) as CostCategory[]
const COMMITTEE_IDS = Object.keys(COMMITTEE_CATEGORIES) as CommitteeCategory[]

/** The categories of each kind of entry; an opening balance has none. */
export const CATEGORIES_OF = {
  opening: [],
  income: REVENUE_CATEGORY_IDS,
  cost: COST_IDS,
  committee: COMMITTEE_IDS,
} as const satisfies Record<EntryKind, readonly string[]>

export type EntryCategory = (typeof CATEGORIES_OF)[EntryKind][number]
export const ENTRY_CATEGORY_IDS = [...REVENUE_CATEGORY_IDS, ...COST_IDS, ...COMMITTEE_IDS] as [
  EntryCategory,
  ...EntryCategory[],
]

/** What an entry's category is called. */
export const categoryWord = (category: EntryCategory): string =>
  ({ ...REVENUE_CATEGORIES, ...COST_CATEGORIES, ...COMMITTEE_CATEGORIES })[category].zh

/** The life of a quarter's statement; what was published changes no more. */
export const STATEMENT_STATES = {
  draft: { zh: '等人复核', tone: 'due' },
  reviewed: { zh: '复核过了', tone: 'ok' },
  published: { zh: '已公布', tone: 'plain' },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' }>
export type StatementState = keyof typeof STATEMENT_STATES
export const STATEMENT_STATE_IDS = Object.keys(STATEMENT_STATES) as [StatementState, ...StatementState[]]

export const STATEMENT_ACTS = {
  draft: { zh: '重新生成' },
  review: { zh: '复核' },
  publish: { zh: '公布' },
} as const satisfies Record<string, { zh: string }>
export type StatementAct = keyof typeof STATEMENT_ACTS
export const STATEMENT_ACT_IDS = Object.keys(STATEMENT_ACTS) as [StatementAct, ...StatementAct[]]

/** What stands between a quarter and its publication, in the order in which it is cleared. */
export const STATEMENT_CHECKS = {
  vouchers: { zh: '每笔支出都有凭证' },
  gaps: { zh: '少收的都写了说明' },
  bank: { zh: '银行余额对得上' },
  over: { zh: '这一季已经过完' },
  opening: { zh: '期初接着上季末' },
  apart: { zh: '成本和工作经费分开列' },
  reviewed: { zh: '另一个人复核' },
  published: { zh: '公布' },
} as const satisfies Record<string, { zh: string }>
export type StatementCheck = keyof typeof STATEMENT_CHECKS
export const STATEMENT_CHECK_IDS = Object.keys(STATEMENT_CHECKS) as [StatementCheck, ...StatementCheck[]]

/** Where a check stands: to be done by whoever keeps the books, waiting for something else, or done. */
export const CHECK_STANDING_IDS = ['todo', 'waiting', 'done'] as const
export type CheckStanding = (typeof CHECK_STANDING_IDS)[number]

export const ACCOUNT_LIMITS = {
  wordsMin: 2,
  wordsMax: 60,
  noteMin: 4,
  noteMax: 200,
  reasonMax: 200,
  vouchersMax: 6,
  notesMax: 60,
  /** 100,000,000 yuan: more than any single entry. */
  amountFenMax: 10_000_000_000,
  /** An income of this much and more needs its voucher too; every spending does. */
  incomeVoucherFromFen: 100_000,
  pageSize: 20,
  /** Quarters that the trend shows. */
  trendMax: 8,
} as const

/** The calendar quarter that a business date lies in, half-open: `2026-05-03` is [2026-04-01, 2026-07-01). */
export function quarterOf(date: string): { from: string; to: string } {
  const month = Number(date.slice(5, 7))
  const first = month - ((month - 1) % 3)
  const from = `${date.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
  return { from, to: addMonths(from, 3) }
}

/** Whether a date begins a quarter: 1 January, April, July or October. */
export const beginsQuarter = (date: string): boolean => quarterOf(date).from === date
