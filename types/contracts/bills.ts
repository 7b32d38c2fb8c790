import * as z from 'zod'
import {
  BILL_ACT_IDS,
  BILL_FILTER_IDS,
  BILL_LIMITS,
  BILL_PAYER_IDS,
  BILL_PERIOD_IDS,
  BILL_PERIODS,
  BILL_STATE_IDS,
  BILL_WARNING_IDS,
  LINE_KINDS,
  RUN_STATE_IDS,
} from '../vocabulary/bill'
import { AREA_SOURCE_IDS } from '../vocabulary/house'
import { ROLE_IDS } from '../vocabulary/roles'
import { act, date, errand, id, instant, read, words } from './contract'

/** A period begins on the first day of a month that its kind begins in: a quarter in January, April, July or October. */
const asked = z
  .strictObject({
    kind: z.enum(BILL_PERIOD_IDS, { error: '请选按月、按季度、按半年还是按年' }),
    from: date('开始日期'),
    /** Only these items, by code; all that the board publishes when absent. */
    items: z
      .array(z.string().max(60))
      .min(1, { error: '请至少选一个收费项目' })
      .max(BILL_LIMITS.itemsMax, { error: '收费项目太多，请分几次' })
      .refine((codes) => new Set(codes).size === codes.length, { error: '同一个收费项目只选一次' })
      .optional(),
  })
  .refine(
    ({ kind, from }) => from.endsWith('-01') && (Number(from.slice(5, 7)) - 1) % BILL_PERIODS[kind].months === 0,
    {
      path: ['from'],
      error: '开始日期要是这一期的第一天',
    },
  )

const warning = z.object({ kind: z.enum(BILL_WARNING_IDS), count: z.int(), names: z.array(z.string()) })

const run = z.object({
  runId: id(),
  kind: z.enum(BILL_PERIOD_IDS),
  from: z.string(),
  to: z.string(),
  state: z.enum(RUN_STATE_IDS),
  /** Only these items were asked for; all that the board publishes when absent. */
  items: z.array(z.string()).optional(),
  bills: z.int(),
  houses: z.int(),
  amountFen: z.int(),
  warnings: z.array(warning),
  startedAt: instant(),
  /** When it was asked for last: while it is worked on, how long that takes already. */
  askedAt: instant(),
  startedBy: z.string().optional(),
})

const move = z.object({
  act: z.enum(BILL_ACT_IDS),
  does: z.string(),
  call: z.enum(['bills.disputeBill', 'bills.answerDispute']),
})

const card = z.object({
  billId: id(),
  /** The number people say at the counter, for example `ZD202606-000123`. */
  number: z.string(),
  houseLabel: z.string(),
  from: z.string(),
  to: z.string(),
  /** What it is for, by item, the largest first. */
  itemNames: z.array(z.string()),
  /** Owed from before the community came here: brought in by an import, with no board behind it. */
  isOpening: z.boolean(),
  amountFen: z.int(),
  paidFen: z.int(),
  dueOn: z.string(),
  /** Days until it is due; negative when the day is past. */
  daysLeft: z.int(),
  state: z.enum(BILL_STATE_IDS),
  payerKind: z.enum(BILL_PAYER_IDS),
})

/** One item over some days of one month, with each factor and where it comes from. */
const line = z.object({
  itemName: z.string(),
  kind: z.enum(LINE_KINDS),
  tier: z.enum(['basic', 'market', 'special']),
  from: z.string(),
  to: z.string(),
  days: z.int(),
  daysInMonth: z.int(),
  area100: z.int().optional(),
  areaSource: z.enum(AREA_SOURCE_IDS).optional(),
  /** From which day the register gives this area. */
  areaFrom: z.string().optional(),
  quantity: z.int(),
  priceE4: z.int(),
  unitWords: z.string(),
  percent: z.int(),
  reliefWords: z.string().optional(),
  board: z.object({
    boardId: id(),
    version: z.int(),
    effectiveFrom: z.string(),
    postedOn: z.string(),
    basisWords: z.string(),
  }),
  /** A cost that houses share: the whole of it, and what it was. */
  cost: z.object({ words: z.string(), amountFen: z.int() }).optional(),
  /** Before rounding, in yuan; `isExact` is false when it goes on behind the last digit. */
  unrounded: z.object({ yuan: z.string(), isExact: z.boolean() }).optional(),
  /** What the house owes for these days however many pay; this payer's part is `amountFen`. */
  whole: z.object({ from: z.string(), to: z.string(), days: z.int(), amountFen: z.int() }),
  amountFen: z.int(),
})

/** One item as an earlier system left it open: its sum has no factors here, its basis is the imported file. */
const opening = z.object({
  itemName: z.string(),
  from: z.string(),
  to: z.string(),
  amountFen: z.int(),
  fileName: z.string(),
  importedOn: z.string(),
})

export const previewRun = read({
  input: asked,
  output: z.object({
    from: z.string(),
    to: z.string(),
    bills: z.int(),
    houses: z.int(),
    amountFen: z.int(),
    /** Already billed for this period; a run adds to it and bills nothing twice. */
    issued: z.object({ bills: z.int(), amountFen: z.int() }),
    /** What is billed of the period before; `isWhole` once nothing of it is left to bill. */
    earlier: z.object({ from: z.string(), to: z.string(), houses: z.int(), amountFen: z.int(), isWhole: z.boolean() }),
    items: z.array(z.object({ code: z.string(), name: z.string(), houses: z.int(), amountFen: z.int() })),
    /** Houses that differ from the period before; absent while that is not billed as a whole. */
    changed: z
      .object({
        count: z.int(),
        houses: z.array(z.object({ house: z.string(), earlierFen: z.int(), amountFen: z.int() })),
      })
      .optional(),
    warnings: z.array(warning),
  }),
})

/** Asked for and committed first, then worked: whoever leaves, or looks from another desk, finds it in the list of runs. */
export const startRun = errand({
  about: 'run',
  input: asked,
  output: z.object({ runId: id(), newBills: z.int(), run }),
})

export const listRuns = read({ input: z.strictObject({}), output: z.object({ runs: z.array(run).max(60) }) })

export const listBills = read({
  input: z.strictObject({
    filter: z.enum(BILL_FILTER_IDS),
    /** A house (`3-2-1801`, or the end of it) or a bill's number. */
    search: words({ min: 0, max: BILL_LIMITS.searchMax, what: '房号或账单号' }).optional(),
    after: z
      .string()
      .regex(/^ZD\d{6}-\d{6,9}$/, { error: '翻页位置不对，请从头刷新' })
      .optional(),
  }),
  output: z.object({
    bills: z.array(card).max(20),
    next: z.string().optional(),
    /** Of everything within reach: what is not paid yet. */
    open: z.object({ bills: z.int(), amountFen: z.int() }),
  }),
})

export const readBill = read({
  input: z.strictObject({ billId: id() }),
  output: card.extend({
    issuedOn: z.string(),
    payeeName: z.string(),
    contractNumber: z.string(),
    lines: z.array(line),
    /** What an import said was owed, and which: instead of lines. */
    openings: z.array(opening),
    /** What the price buys: the grade of the contract and its promises. */
    grade: z.object({ standardName: z.string(), code: z.string(), promises: z.array(z.string()) }),
    /** Other bills of the same payer and house, newest first. */
    others: z.array(card).max(12),
    events: z.array(
      z.object({
        act: z.enum(BILL_ACT_IDS),
        at: instant(),
        role: z.enum(ROLE_IDS),
        mine: z.boolean(),
        note: z.string().optional(),
      }),
    ),
    moves: z.array(move),
  }),
})

const reason = (what: string) => words({ min: BILL_LIMITS.reasonMin, max: BILL_LIMITS.reasonMax, what })

export const disputeBill = act({
  about: 'bill',
  input: z.strictObject({ billId: id(), reason: reason('疑问') }),
  output: z.object({ billId: id(), state: z.enum(BILL_STATE_IDS) }),
})

export const answerDispute = act({
  about: 'bill',
  input: z.strictObject({ billId: id(), answer: z.enum(['uphold', 'void']), words: reason('答复') }),
  output: z.object({ billId: id(), state: z.enum(BILL_STATE_IDS) }),
})
