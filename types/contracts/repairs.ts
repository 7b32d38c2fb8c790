import * as z from 'zod'
import { REPAIR_ACT_IDS, REPAIR_FILTER_IDS, REPAIR_LIMITS, REPAIR_STATE_IDS } from '../vocabulary/repair'
import { ROLE_IDS } from '../vocabulary/roles'
import { act, cursor, id, instant, read, words } from './contract'

/** What this person may do next with this order; buttons render from it and from nothing else. */
const move = z.object({
  act: z.enum(REPAIR_ACT_IDS),
  does: z.string(),
  call: z.enum(['repairs.receiveRepair', 'repairs.withdrawRepair']),
})

const card = z.object({
  repairId: id(),
  /** The number people say on the telephone, for example `BX20260306-0007`. */
  number: z.string(),
  state: z.enum(REPAIR_STATE_IDS),
  description: z.string(),
  place: z.string(),
  filedAt: instant(),
  /** 3 栋 2 单元 1801: only for those who may see the house. */
  houseLabel: z.string(),
  moves: z.array(move),
})

const event = z.object({
  act: z.enum(REPAIR_ACT_IDS),
  at: instant(),
  /** Who did it, by role; the name where this reader may know it. */
  role: z.enum(ROLE_IDS),
  name: z.string().optional(),
  /** True when the reader did it. */
  mine: z.boolean(),
  note: z.string().optional(),
})

export const fileRepair = act({
  about: 'repair',
  input: z.strictObject({
    houseId: id(),
    description: words({ min: REPAIR_LIMITS.descriptionMin, max: REPAIR_LIMITS.descriptionMax, what: '怎么了' }),
    place: words({ min: REPAIR_LIMITS.placeMin, max: REPAIR_LIMITS.placeMax, what: '在哪里' }),
  }),
  output: z.object({ repairId: id(), number: z.string(), state: z.enum(REPAIR_STATE_IDS) }),
})

export const listRepairs = read({
  input: z.strictObject({
    filter: z.enum(REPAIR_FILTER_IDS),
    after: cursor(),
  }),
  output: z.object({
    repairs: z.array(card).max(20),
    /** Give this back as `after` for the next page; absent at the end. */
    next: z.string().optional(),
    /** How many orders of this reach wait in each state; for the clerk's counters. */
    waiting: z.object({ submitted: z.int(), received: z.int() }),
  }),
})

export const readRepair = read({
  input: z.strictObject({ repairId: id() }),
  output: card.extend({ events: z.array(event) }),
})

export const receiveRepair = act({
  about: 'repair',
  input: z.strictObject({ repairId: id() }),
  output: z.object({ repairId: id(), state: z.enum(REPAIR_STATE_IDS), moves: z.array(move) }),
})

export const withdrawRepair = act({
  about: 'repair',
  input: z.strictObject({
    repairId: id(),
    reason: words({ min: 0, max: REPAIR_LIMITS.reasonMax, what: '撤销原因' }).optional(),
  }),
  output: z.object({ repairId: id(), state: z.enum(REPAIR_STATE_IDS), moves: z.array(move) }),
})
