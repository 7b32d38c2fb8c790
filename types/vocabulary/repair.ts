/** The words of a work order (工单): states, acts and limits, for both sides. */
export const REPAIR_STATES = {
  submitted: { zh: '待受理', tone: 'due', open: true },
  received: { zh: '已受理', tone: 'ok', open: true },
  withdrawn: { zh: '已撤销', tone: 'plain', open: false },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' | 'bad'; open: boolean }>

export type RepairState = keyof typeof REPAIR_STATES
export const REPAIR_STATE_IDS = Object.keys(REPAIR_STATES) as [RepairState, ...RepairState[]]

/** What happened to a work order, in the words of its timeline. */
export const REPAIR_ACTS = {
  file: { zh: '报修' },
  receive: { zh: '受理' },
  withdraw: { zh: '撤销' },
} as const satisfies Record<string, { zh: string }>

export type RepairAct = keyof typeof REPAIR_ACTS
export const REPAIR_ACT_IDS = Object.keys(REPAIR_ACTS) as [RepairAct, ...RepairAct[]]

export const REPAIR_LIMITS = {
  descriptionMin: 2,
  descriptionMax: 500,
  placeMin: 2,
  placeMax: 60,
  reasonMax: 200,
  /** Orders that one person may file in one day; emergencies go by telephone. */
  filedPerDayMax: 20,
} as const

/** Which orders a list shows. */
export const REPAIR_FILTERS = {
  open: { zh: '进行中' },
  submitted: { zh: '待受理' },
  all: { zh: '全部' },
} as const satisfies Record<string, { zh: string }>

export type RepairFilter = keyof typeof REPAIR_FILTERS
export const REPAIR_FILTER_IDS = Object.keys(REPAIR_FILTERS) as [RepairFilter, ...RepairFilter[]]
