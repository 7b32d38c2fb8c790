import * as z from 'zod'
import { RATING_ACT_IDS, RATING_TAG_IDS } from '../vocabulary/rating'
import {
  PROMISE_CALENDARS,
  REPAIR_ACT_IDS,
  REPAIR_CLOCK_IDS,
  REPAIR_CLOCK_STATE_IDS,
  REPAIR_FILTER_IDS,
  REPAIR_LIMITS,
  REPAIR_STATE_IDS,
  UNFIXED_REASON_IDS,
} from '../vocabulary/repair'
import { REPAIR_CATEGORY_IDS, UNSAID_CATEGORY } from '../vocabulary/repair-category'
import { ROLE_IDS } from '../vocabulary/roles'
import { act, cursor, id, instant, read, words } from './contract'

/** What this person may do next with this order; buttons render from it and from nothing else. */
const move = z.object({
  act: z.enum([...REPAIR_ACT_IDS, ...RATING_ACT_IDS]),
  does: z.string(),
  call: z.enum([
    'repairs.receiveRepair',
    'repairs.dispatchRepair',
    'repairs.takeRepair',
    'repairs.returnRepair',
    'repairs.arriveRepair',
    'repairs.startRepair',
    'repairs.finishRepair',
    'repairs.confirmRepair',
    'repairs.reopenRepair',
    'repairs.withdrawRepair',
    'repairs.closeUnfixed',
    'repairs.objectToClosing',
    'ratings.rateRepair',
    'ratings.changeRating',
  ]),
})

const clockName = z.enum(REPAIR_CLOCK_IDS)

const card = z.object({
  repairId: id(),
  /** The number people say on the telephone, for example `BX20260306-0007`. */
  number: z.string(),
  state: z.enum(REPAIR_STATE_IDS),
  category: z.enum(REPAIR_CATEGORY_IDS),
  /** 急修. */
  urgent: z.boolean(),
  description: z.string(),
  place: z.string(),
  filedAt: instant(),
  /** 3 栋 2 单元 1801: whole only for those who may see the house. */
  houseLabel: z.string(),
  /** Who has it: 王师傅, where somebody has. */
  assignee: z.object({ name: z.string(), mine: z.boolean() }).optional(),
  /** The promise that ends next, while one runs; `overdue` when its time is past and it is not yet kept. */
  due: z.object({ clock: clockName, dueAt: instant(), overdue: z.boolean() }).optional(),
  /** Promises broken for ever, in the order of the clocks. */
  missed: z.array(clockName),
  /** How often the reporter asked for it to be done again (返工). */
  reopened: z.int(),
  /** Back with the property because whoever had it gave it back or has left. */
  returned: z.boolean(),
  /** The reporter's stars, once given. */
  stars: z.int().optional(),
  moves: z.array(move),
})

const clock = z.object({
  clock: clockName,
  state: z.enum(REPAIR_CLOCK_STATE_IDS),
  minutes: z.int(),
  calendar: z.enum(PROMISE_CALENDARS),
  dueAt: instant(),
  /** When the thing promised was done, in time or late. */
  metAt: instant().optional(),
  /** Whole minutes after the due time, at least one; for a clock that still runs late, up to now. */
  missedByMinutes: z.int().optional(),
  /** The clause that promises it: 合同二级第 2.1 条：急修 60 分钟内到场. */
  gradeCode: z.string(),
  clauseNo: z.string(),
  words: z.string(),
})

const event = z.object({
  /** For a list key; events have no other use of it. */
  eventId: id(),
  act: z.enum(REPAIR_ACT_IDS),
  at: instant(),
  /** Who did it, by role; absent where the clock did it. The name where this reader may know it. */
  role: z.enum(ROLE_IDS).optional(),
  name: z.string().optional(),
  /** True when the reader did it. */
  mine: z.boolean(),
  note: z.string().optional(),
  /** To whom it was dispatched. */
  to: z.string().optional(),
  /** Which promise ran out, of a `miss`. */
  clock: clockName.optional(),
  /** Why, of a `closeUnfixed`. */
  unfixedReason: z.enum(UNFIXED_REASON_IDS).optional(),
  photoIds: z.array(id()),
})

const rating = z.object({
  stars: z.int(),
  tags: z.array(z.enum(RATING_TAG_IDS)),
  words: z.string().optional(),
  ratedAt: instant(),
  /** Whether its words can still be changed by whoever wrote them. */
  frozen: z.boolean(),
})

const photoIds = z
  .array(id())
  .max(REPAIR_LIMITS.photosMax, { error: `最多放 ${REPAIR_LIMITS.photosMax} 张照片` })
  .default([])
const reason = (what: string) => words({ min: REPAIR_LIMITS.reasonMin, max: REPAIR_LIMITS.reasonMax, what })
const moved = z.object({ repairId: id(), state: z.enum(REPAIR_STATE_IDS), moves: z.array(move) })
const thisRepair = z.strictObject({ repairId: id() })

/** What the contract of one's own community promises for a repair that is reported now; to show before filing. */
export const readPromises = read({
  input: z.strictObject({}),
  output: z.object({
    /** Absent while the community has no contract in force. */
    gradeCode: z.string().optional(),
    promises: z.array(
      z.object({
        urgent: z.boolean(),
        clock: clockName,
        minutes: z.int(),
        calendar: z.enum(PROMISE_CALENDARS),
        /** Where a report made at this moment would have to be kept by. */
        dueAt: instant(),
        clauseNo: z.string(),
        words: z.string(),
      }),
    ),
  }),
})

export const fileRepair = act({
  about: 'repair',
  input: z.strictObject({
    houseId: id(),
    category: z.enum(REPAIR_CATEGORY_IDS, { error: '请选一样坏了的东西' }).default(UNSAID_CATEGORY),
    description: words({ min: REPAIR_LIMITS.descriptionMin, max: REPAIR_LIMITS.descriptionMax, what: '怎么了' }),
    place: words({ min: REPAIR_LIMITS.placeMin, max: REPAIR_LIMITS.placeMax, what: '在哪里' }),
    /** Files of purpose `repairPhoto`, uploaded and checked before. */
    photoIds,
  }),
  output: z.object({
    repairId: id(),
    number: z.string(),
    state: z.enum(REPAIR_STATE_IDS),
    /** The promise that ends next, with its clause, for the sentence 承诺 23:50 前到场. */
    due: z.object({ clock: clockName, dueAt: instant(), gradeCode: z.string(), clauseNo: z.string() }).optional(),
  }),
})

export const listRepairs = read({
  input: z.strictObject({
    filter: z.enum(REPAIR_FILTER_IDS),
    after: cursor(),
  }),
  output: z.object({
    /** Newest first; `tasks` and `overdue` by what is due first, and all of them on one page. */
    repairs: z.array(card).max(100),
    /** Give this back as `after` for the next page; absent at the end. */
    next: z.string().optional(),
    /** How many orders of this reach wait in each way; for counters. */
    waiting: z.object({
      submitted: z.int(),
      received: z.int(),
      /** Of the received ones, those that came back. */
      returned: z.int(),
      overdue: z.int(),
      done: z.int(),
      /** Every order that is still open. */
      open: z.int(),
    }),
    /** The server's clock, to count down by. */
    now: instant(),
  }),
})

export const readRepair = read({
  input: thisRepair,
  output: card.extend({
    events: z.array(event),
    clocks: z.array(clock),
    /** Before the repair and after it, oldest first; open one by `files.linkFile`. */
    photos: z.array(z.object({ fileId: id(), kind: z.enum(['before', 'after']), at: instant() })),
    /** Whose it is, for those who serve the house while they do. */
    reporter: z.object({ name: z.string().optional(), phone: z.string().optional() }).optional(),
    /** When silence will count as a yes, of a finished order. */
    confirmedBySilenceAt: instant().optional(),
    rating: rating.optional(),
    now: instant(),
  }),
})

export const receiveRepair = act({ about: 'repair', input: thisRepair, output: moved })

/** Who can be sent: the technicians of the community, those with the least open work first. */
export const listTechnicians = read({
  input: z.strictObject({}),
  output: z.object({
    technicians: z.array(
      z.object({ technicianId: id(), name: z.string(), office: z.string().optional(), openTasks: z.int() }),
    ),
  }),
})

export const dispatchRepair = act({
  about: 'repair',
  input: z.strictObject({
    repairId: id(),
    technicianId: id(),
    note: words({ min: 0, max: REPAIR_LIMITS.reasonMax, what: '交代' }).optional(),
  }),
  output: moved,
})

/** A technician takes what was sent to them, or what nobody has (抢单). */
export const takeRepair = act({ about: 'repair', input: thisRepair, output: moved })

export const returnRepair = act({
  about: 'repair',
  input: z.strictObject({ repairId: id(), reason: reason('退单原因') }),
  output: moved,
})

export const arriveRepair = act({ about: 'repair', input: thisRepair, output: moved })

export const startRepair = act({ about: 'repair', input: thisRepair, output: moved })

export const finishRepair = act({
  about: 'repair',
  input: z.strictObject({
    repairId: id(),
    work: words({ min: REPAIR_LIMITS.workMin, max: REPAIR_LIMITS.workMax, what: '修了什么' }),
    /** Files of purpose `workPhoto`. */
    photoIds,
  }),
  output: moved,
})

export const confirmRepair = act({ about: 'repair', input: thisRepair, output: moved })

export const reopenRepair = act({
  about: 'repair',
  input: z.strictObject({
    repairId: id(),
    reason: reason('哪里没修好'),
    /** Files of purpose `repairPhoto`. */
    photoIds,
  }),
  output: moved,
})

export const withdrawRepair = act({
  about: 'repair',
  input: z.strictObject({
    repairId: id(),
    reason: words({ min: 0, max: REPAIR_LIMITS.reasonMax, what: '撤销原因' }).optional(),
  }),
  output: moved,
})

export const closeUnfixed = act({
  about: 'repair',
  input: z.strictObject({
    repairId: id(),
    why: z.enum(UNFIXED_REASON_IDS, { error: '请选一个关闭的原因' }),
    reason: reason('关闭的说明'),
  }),
  output: moved,
})

export const objectToClosing = act({
  about: 'repair',
  input: z.strictObject({ repairId: id(), reason: reason('异议') }),
  output: moved,
})
