/** The words of a work order (工单): states, acts, promises and limits, for both sides. */
export const REPAIR_STATES = {
  submitted: { zh: '待受理', tone: 'due', open: true },
  received: { zh: '已受理', tone: 'ok', open: true },
  dispatched: { zh: '已派单', tone: 'ok', open: true },
  taken: { zh: '已接单', tone: 'ok', open: true },
  arrived: { zh: '已到场', tone: 'ok', open: true },
  working: { zh: '处理中', tone: 'ok', open: true },
  done: { zh: '待确认', tone: 'due', open: true },
  confirmed: { zh: '已完成', tone: 'plain', open: false },
  withdrawn: { zh: '已撤销', tone: 'plain', open: false },
  closedUnfixed: { zh: '未修复关闭', tone: 'bad', open: false },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' | 'bad'; open: boolean }>

export type RepairState = keyof typeof REPAIR_STATES
export const REPAIR_STATE_IDS = Object.keys(REPAIR_STATES) as [RepairState, ...RepairState[]]

/** What happened to a work order, in the words of its timeline. */
export const REPAIR_ACTS = {
  file: { zh: '报修' },
  receive: { zh: '受理' },
  dispatch: { zh: '派单' },
  take: { zh: '接单' },
  return: { zh: '退单' },
  arrive: { zh: '到场' },
  start: { zh: '开始处理' },
  finish: { zh: '完工' },
  confirm: { zh: '确认修好' },
  /** Three days of silence: the order is confirmed by the clock, and never rated by it. */
  confirmBySilence: { zh: '满 72 小时自动确认' },
  reopen: { zh: '要求返工' },
  withdraw: { zh: '撤销' },
  closeUnfixed: { zh: '未修复关闭' },
  object: { zh: '对关闭提出异议' },
  /** Whoever held the order has left, and it is back with the property. */
  handOver: { zh: '离职交接' },
  /** A promise ran out; the clerk and the manager have been told. */
  miss: { zh: '过了承诺时间' },
} as const satisfies Record<string, { zh: string }>

export type RepairAct = keyof typeof REPAIR_ACTS
export const REPAIR_ACT_IDS = Object.keys(REPAIR_ACTS) as [RepairAct, ...RepairAct[]]

/** The three promises that the contract's grade may make for a repair. */
export const REPAIR_CLOCKS = {
  take: { zh: '接单', missed: '接单晚了' },
  arrive: { zh: '到场', missed: '到场晚了' },
  finish: { zh: '完成', missed: '完成晚了' },
} as const satisfies Record<string, { zh: string; missed: string }>

export type RepairClock = keyof typeof REPAIR_CLOCKS
export const REPAIR_CLOCK_IDS = Object.keys(REPAIR_CLOCKS) as [RepairClock, ...RepairClock[]]

/** `stopped`: the order was withdrawn or closed before the promise ran out, so it was neither kept nor broken. */
export const REPAIR_CLOCK_STATES = {
  running: { zh: '计时中' },
  met: { zh: '做到了' },
  missed: { zh: '没做到' },
  stopped: { zh: '不再计时' },
} as const satisfies Record<string, { zh: string }>

export type RepairClockState = keyof typeof REPAIR_CLOCK_STATES
export const REPAIR_CLOCK_STATE_IDS = Object.keys(REPAIR_CLOCK_STATES) as [RepairClockState, ...RepairClockState[]]

/** When a promise's minutes count: by day and night, or in the hours of service alone (Asia/Shanghai). */
export const PROMISE_CALENDARS = ['always', 'service hours'] as const
export type PromiseCalendar = (typeof PROMISE_CALENDARS)[number]

/** Why an order may be closed without a repair; the words beside it say more. */
export const UNFIXED_REASONS = {
  notOurs: { zh: '不归物业修' },
  duplicate: { zh: '和别的工单重复' },
  refused: { zh: '业主不让修' },
  project: { zh: '要走维修资金，另立项目' },
} as const satisfies Record<string, { zh: string }>

export type UnfixedReason = keyof typeof UNFIXED_REASONS
export const UNFIXED_REASON_IDS = Object.keys(UNFIXED_REASONS) as [UnfixedReason, ...UnfixedReason[]]

export const REPAIR_LIMITS = {
  descriptionMin: 2,
  descriptionMax: 500,
  placeMin: 2,
  placeMax: 60,
  reasonMin: 2,
  reasonMax: 200,
  /** What was done, in the technician's words. */
  workMin: 2,
  workMax: 200,
  /** Photos of one act: what is broken, what was done, why it is to be done again. */
  photosMax: 4,
  /** Orders that one person may file in one day; emergencies go by telephone. */
  filedPerDayMax: 20,
  /** Silence of the reporter after which a finished order counts as confirmed. */
  silenceHours: 72,
} as const

/** Which orders a list shows. */
export const REPAIR_FILTERS = {
  open: { zh: '进行中' },
  submitted: { zh: '待受理' },
  /** Received, and nobody has it: to be dispatched, or for the technician to take. */
  unassigned: { zh: '待派单' },
  /** Beside those whose promise is running: the promise of these is past and not yet done. */
  overdue: { zh: '超时' },
  /** Finished, and waiting for the reporter's word. */
  done: { zh: '待确认' },
  /** A technician's own work, the most pressing first. */
  tasks: { zh: '我的工单' },
  all: { zh: '全部' },
} as const satisfies Record<string, { zh: string }>

export type RepairFilter = keyof typeof REPAIR_FILTERS
export const REPAIR_FILTER_IDS = Object.keys(REPAIR_FILTERS) as [RepairFilter, ...RepairFilter[]]
