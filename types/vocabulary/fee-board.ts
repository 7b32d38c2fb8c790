/** The words of the fee board (收费公示): its states, its 18 items, and what must stand behind a rise. */
export const BOARD_STATES = {
  draft: { zh: '起草中', tone: 'due' },
  reviewed: { zh: '已复核', tone: 'ok' },
  posted: { zh: '已贴出', tone: 'ok' },
  dropped: { zh: '已作废', tone: 'plain' },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' }>
export type BoardState = keyof typeof BOARD_STATES
export const BOARD_STATE_IDS = Object.keys(BOARD_STATES) as [BoardState, ...BoardState[]]

/** Where a posted version stands on a day; it follows from the days alone. */
export const BOARD_STANDINGS = {
  inForce: { zh: '现行', tone: 'ok' },
  upcoming: { zh: '还没执行', tone: 'due' },
  superseded: { zh: '已被替换', tone: 'plain' },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' }>
export type BoardStanding = keyof typeof BOARD_STANDINGS
export const BOARD_STANDING_IDS = Object.keys(BOARD_STANDINGS) as [BoardStanding, ...BoardStanding[]]

export const BOARD_ACTS = {
  change: { zh: '修改' },
  review: { zh: '复核' },
  post: { zh: '贴出' },
  drop: { zh: '作废' },
} as const satisfies Record<string, { zh: string }>
export type BoardAct = keyof typeof BOARD_ACTS
export const BOARD_ACT_IDS = Object.keys(BOARD_ACTS) as [BoardAct, ...BoardAct[]]

/** What can happen to an item from one version to the next. */
export const ITEM_CHANGES = {
  added: { zh: '新增' },
  removed: { zh: '取消' },
  raised: { zh: '涨价' },
  lowered: { zh: '降价' },
  unchanged: { zh: '没变' },
} as const satisfies Record<string, { zh: string }>
export type ItemChange = keyof typeof ITEM_CHANGES
export const ITEM_CHANGE_IDS = Object.keys(ITEM_CHANGES) as [ItemChange, ...ItemChange[]]

export const PRICE_REGIMES = {
  guide: { zh: '政府指导价' },
  market: { zh: '市场调节价' },
} as const satisfies Record<string, { zh: string }>
export type PriceRegime = keyof typeof PRICE_REGIMES
export const PRICE_REGIME_IDS = Object.keys(PRICE_REGIMES) as [PriceRegime, ...PriceRegime[]]

/** What must stand behind a version that raises 物业服务费 or adds or raises a common charge: notice alone never suffices. */
export const BASIS_KINDS = {
  'owners decision': { zh: '业主大会决定' },
  'contract clause': { zh: '合同条款' },
} as const satisfies Record<string, { zh: string }>
export type BasisKind = keyof typeof BASIS_KINDS
export const BASIS_KIND_IDS = Object.keys(BASIS_KINDS) as [BasisKind, ...BasisKind[]]

/** The facts that a board states in words; the rest of its 18 items is answered by contract, grade and items. */
export const BOARD_FACTS = {
  payers: { zh: '收费对象', hint: '比如：全体业主' },
  services: { zh: '服务内容', hint: '比如：共用部位养护、保洁、秩序、绿化' },
  chargeMethod: { zh: '计费方式', hint: '比如：不动产权证面积 × 单价' },
  chargeStart: { zh: '计费起始时间', hint: '比如：交房次日' },
  payMethods: { zh: '收费方式', hint: '比如：按月，微信或服务窗口' },
  specialService: { zh: '特约服务说明', hint: '没有特约服务时，写“暂不提供”' },
  complaintPhone: { zh: '投诉电话', hint: '比如：0000-8000001' },
  reportPhone: { zh: '举报电话', hint: '比如：12315' },
} as const satisfies Record<string, { zh: string; hint: string }>
export type BoardFact = keyof typeof BOARD_FACTS
export const BOARD_FACT_IDS = Object.keys(BOARD_FACTS) as [BoardFact, ...BoardFact[]]

export const BOARD_LIMITS = { factMax: 200, basisMin: 4, basisMax: 400, draftsShown: 50 } as const

/** Who answers an item: a fact in words, the price regime, the contract, the grade, or the list of items. */
export type DutySource =
  BoardFact | 'priceRegime' | 'enterprise' | 'standard' | 'grade' | 'items' | 'prices' | 'bases' | 'special'

/**
 * What a board must show: the 11 items of the rule on clear price marking for property services (明码标价), then the 7 of
 * the city's rule. Some ask for the same in other words; a board answers each by its own name.
 */
export const BOARD_DUTIES = {
  company: { zh: '企业名称', rule: '明码标价', from: 'enterprise' },
  payers: { zh: '收费对象', rule: '明码标价', from: 'payers' },
  services: { zh: '服务内容', rule: '明码标价', from: 'services' },
  standard: { zh: '服务标准', rule: '明码标价', from: 'standard' },
  chargeMethod: { zh: '计费方式', rule: '明码标价', from: 'chargeMethod' },
  chargeStart: { zh: '计费起始时间', rule: '明码标价', from: 'chargeStart' },
  items: { zh: '收费项目', rule: '明码标价', from: 'items' },
  prices: { zh: '收费标准', rule: '明码标价', from: 'prices' },
  priceRegime: { zh: '价格管理形式', rule: '明码标价', from: 'priceRegime' },
  bases: { zh: '收费依据', rule: '明码标价', from: 'bases' },
  reportPhone: { zh: '举报电话', rule: '明码标价', from: 'reportPhone' },
  cityServices: { zh: '服务内容', rule: '本市规定', from: 'services' },
  cityGrade: { zh: '服务等级', rule: '本市规定', from: 'grade' },
  cityPrices: { zh: '收费标准', rule: '本市规定', from: 'prices' },
  cityBases: { zh: '收费依据', rule: '本市规定', from: 'bases' },
  cityPayMethods: { zh: '收费方式', rule: '本市规定', from: 'payMethods' },
  citySpecial: { zh: '特约有偿服务收费标准', rule: '本市规定', from: 'special' },
  cityComplaintPhone: { zh: '投诉电话', rule: '本市规定', from: 'complaintPhone' },
} as const satisfies Record<string, { zh: string; rule: '明码标价' | '本市规定'; from: DutySource }>
export type BoardDuty = keyof typeof BOARD_DUTIES
export const BOARD_DUTY_IDS = Object.keys(BOARD_DUTIES) as [BoardDuty, ...BoardDuty[]]
