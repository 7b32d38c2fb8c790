import * as z from 'zod'
import { BILL_LIMITS } from '../vocabulary/bill'
import { BILLING_TERM_IDS, BILLING_TERM_LIMITS as LIMITS, PAYER_REQUEST_STATE_IDS } from '../vocabulary/billing-term'
import { BINDING_LIMITS } from '../vocabulary/binding'
import { act, cursor, date, id, read, words } from './contract'

const itemCode = () => z.string({ error: '请选收费项目' }).min(1, { error: '请选收费项目' }).max(60)

/** Days over which something holds, half-open: `until` is the first day on which it no longer does. */
const days = () => ({ from: date('开始日期'), until: date('结束日期').optional() })

const ordered = <T extends { from: string; until?: string | undefined }>(span: T): boolean =>
  span.until === undefined || span.from < span.until
const ORDERED = { path: ['until'], error: '结束日期要晚于开始日期' }

const space = z.object({
  itemCode: z.string(),
  itemName: z.string(),
  quantity: z.int(),
  from: z.string(),
  until: z.string().optional(),
})
const relief = z.object({ percent: z.int(), basisWords: z.string(), from: z.string(), until: z.string().optional() })
const payerKind = z.enum(['tenant', 'organisation'])

/** Houses by address with what is registered for their bills, now and to come; what is over is left out. */
export const listTerms = read({
  input: z.strictObject({ search: words({ min: 0, max: BILL_LIMITS.searchMax, what: '房号' }), after: cursor() }),
  output: z.object({
    houses: z.array(
      z.object({
        houseId: id(),
        label: z.string(),
        spaces: z.array(space),
        reliefs: z.array(relief),
        payers: z.array(
          z.object({ kind: payerKind, name: z.string(), from: z.string(), until: z.string().optional() }),
        ),
        requests: z.array(
          z.object({ requestId: id(), name: z.string(), from: z.string(), until: z.string().optional() }),
        ),
        /** Who may be asked to pay: the tenants who are bound to the house now. */
        tenants: z.array(z.object({ bindingId: id(), name: z.string() })),
      }),
    ),
    next: z.string().optional(),
    /** What may be registered by the piece and shared by area: what the community publishes, today or to come. */
    spaceItems: z.array(z.object({ code: z.string(), name: z.string() })),
    costItems: z.array(z.object({ code: z.string(), name: z.string() })),
    /** Organisations of the owner register, who may pay in an owner's place. */
    organisations: z.array(z.object({ ownerId: id(), name: z.string() })),
    mayRelieve: z.boolean(),
  }),
})

/** A house pays so many of something by the piece, a parking place for example. */
export const registerSpace = act({
  about: 'house',
  input: z
    .strictObject({
      houseId: id(),
      itemCode: itemCode(),
      quantity: z
        .int({ error: '数量要是整数' })
        .min(1, { error: '至少 1 个' })
        .max(LIMITS.quantityMax, { error: `最多 ${LIMITS.quantityMax} 个，请核对` }),
      ...days(),
    })
    .refine(ordered, ORDERED),
  output: z.object({ houseId: id() }),
})

/** A house pays a part of what is charged by area, on a written basis. */
export const registerRelief = act({
  about: 'house',
  input: z
    .strictObject({
      houseId: id(),
      percent: z
        .int({ error: '百分之几要是整数' })
        .min(0, { error: '不能小于 0' })
        .max(LIMITS.percentMax, { error: `最多收百分之 ${LIMITS.percentMax}，收全价不用登记` }),
      basisWords: words({ min: LIMITS.basisMin, max: LIMITS.basisMax, what: '依据' }),
      ...days(),
    })
    .refine(ordered, ORDERED),
  output: z.object({ houseId: id() }),
})

/** An organisation of the owner register pays in the owner's place. */
export const registerPayer = act({
  about: 'house',
  input: z
    .strictObject({ houseId: id(), ownerId: z.uuid({ error: '请选缴费的单位' }), ...days() })
    .refine(ordered, ORDERED),
  output: z.object({ houseId: id() }),
})

/** Ends what is registered from a day on; with its own first day it is taken out as a mistake. Issued bills stay. */
export const endTerm = act({
  about: 'house',
  input: z.strictObject({
    houseId: id(),
    kind: z.enum(BILLING_TERM_IDS),
    itemCode: itemCode().optional(),
    from: date('开始日期'),
    until: date('结束日期'),
  }),
  output: z.object({ houseId: id() }),
})

/** Asks a tenant to pay in the owner's place; nothing changes until the tenant agrees. */
export const askTenantToPay = act({
  about: 'request',
  input: z
    .strictObject({ houseId: id(), bindingId: z.uuid({ error: '请选租户' }), ...days() })
    .refine(ordered, ORDERED),
  output: z.object({ requestId: id() }),
})

/** The tenant's own answer, given on the tenant's phone. */
export const answerPayerRequest = act({
  about: 'request',
  input: z.strictObject({ requestId: id(), agrees: z.boolean({ error: '请选同意还是不同意' }) }),
  output: z.object({ requestId: id(), state: z.enum(PAYER_REQUEST_STATE_IDS) }),
})

/** Takes back a request that nobody has answered. */
export const withdrawPayerRequest = act({
  about: 'request',
  input: z.strictObject({ requestId: id() }),
  output: z.object({ requestId: id() }),
})

/** What is registered for one's own house, and whether one is asked to pay. Nobody else's name is told. */
export const readHouseTerms = read({
  input: z.strictObject({ houseId: id() }),
  output: z.object({
    houseId: id(),
    spaces: z.array(space),
    reliefs: z.array(relief),
    payers: z.array(z.object({ kind: payerKind, mine: z.boolean(), from: z.string(), until: z.string().optional() })),
    requests: z.array(
      z.object({
        requestId: id(),
        from: z.string(),
        until: z.string().optional(),
        /** Whether it is I who am asked. */
        mine: z.boolean(),
        mayWithdraw: z.boolean(),
      }),
    ),
    /** The tenants whom I may ask. */
    mayAsk: z.array(z.object({ bindingId: id(), name: z.string() })),
  }),
})

const cost = z.object({
  costId: id(),
  itemCode: z.string(),
  itemName: z.string(),
  month: z.string(),
  amountFen: z.int(),
  building: z.string().optional(),
  stair: z.string().optional(),
  words: z.string(),
  enteredBy: z.string().optional(),
  isBilled: z.boolean(),
})

/** The costs of the last months that houses share by area, the newest first. */
export const listCosts = read({ input: z.strictObject({}), output: z.object({ costs: z.array(cost) }) })

const scopePart = (what: string) => words({ min: 1, max: BINDING_LIMITS.addressPartMax, what })

/** A month's cost, shared by area among all houses, those of a building or those of a stair. */
export const registerCost = act({
  about: 'cost',
  input: z
    .strictObject({
      itemCode: itemCode(),
      month: date('月份').refine((day) => day.endsWith('-01'), { error: '月份要是某月 1 日' }),
      amountFen: z
        .int({ error: '金额最多两位小数' })
        .min(1, { error: '金额要大于 0' })
        .max(LIMITS.costFenMax, { error: '金额太大，请核对' }),
      building: scopePart('栋号').optional(),
      stair: scopePart('单元号').optional(),
      words: words({ min: LIMITS.wordsMin, max: LIMITS.wordsMax, what: '说明' }),
    })
    .refine(({ building, stair }) => stair === undefined || building !== undefined, {
      path: ['building'],
      error: '写了单元，也要写几栋',
    }),
  output: z.object({ costId: id() }),
})

/** Takes out a cost that was entered by mistake and is on no bill yet. */
export const dropCost = act({
  about: 'cost',
  input: z.strictObject({ costId: id() }),
  output: z.object({ costId: id() }),
})
