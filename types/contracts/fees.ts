import * as z from 'zod'
import {
  CHARGE_MODE_IDS,
  FEE_KIND_IDS,
  FEE_LIMITS,
  FEE_PERIOD_IDS,
  FEE_TIER_IDS,
  PROPERTY_SERVICE,
} from '../vocabulary/fee'
import {
  BASIS_KIND_IDS,
  BOARD_ACT_IDS,
  BOARD_DUTY_IDS,
  BOARD_FACTS,
  BOARD_LIMITS,
  BOARD_STANDING_IDS,
  BOARD_STATE_IDS,
  type BoardFact,
  ITEM_CHANGE_IDS,
  PRICE_REGIME_IDS,
} from '../vocabulary/fee-board'
import { act, date, id, instant, open, read, words } from './contract'

/**
 * 费用试算: what an area would pay at a price over some days. Anyone may ask; nothing is stored.
 * One line for each calendar month touched, each rounded half up once.
 */
export const quote = open({
  input: z
    .strictObject({
      area100: z.int({ error: '面积要是数字，例如 89.50' }).min(1, { error: '面积要大于 0' }).max(FEE_LIMITS.area100Max, { error: '面积太大，请核对' }),
      priceE4: z.int({ error: '单价要是数字，例如 1.35' }).min(0, { error: '单价不能小于 0' }).max(FEE_LIMITS.priceE4Max, { error: '单价太高，请核对' }),
      from: date('开始日期'),
      to: date('结束日期'),
    })
    .refine(({ from, to }) => from < to, { path: ['to'], error: '结束日期要在开始日期之后' })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= FEE_LIMITS.quoteDaysMax * 86_400_000, {
      path: ['to'],
      error: '一次最多试算十年',
    }),
  output: z.object({
    lines: z.array(
      z.object({ from: z.string(), to: z.string(), days: z.int(), daysInMonth: z.int(), amountFen: z.int() }),
    ),
    amountFen: z.int(),
  }),
})

const price = () =>
  z.int({ error: '单价要是数字，例如 1.35' }).min(0, { error: '单价不能小于 0' }).max(FEE_LIMITS.priceE4Max, { error: '单价太高，请核对' })

/** An item as it is written. Without a code it is a new one; with a code it is the same charge as in other versions. */
const writtenItem = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, { error: '收费项目的代号不对，请删掉这一项重新加' }).optional(),
    name: words({ min: 1, max: FEE_LIMITS.nameMax, what: '项目名称' }),
    kind: z.enum(FEE_KIND_IDS),
    tier: z.enum(FEE_TIER_IDS),
    per: z.enum(FEE_PERIOD_IDS),
    priceE4: price(),
    priceMostE4: price().optional(),
    unitWords: words({ min: 1, max: FEE_LIMITS.unitMax, what: '计价单位' }),
    basisWords: words({ min: 0, max: FEE_LIMITS.itemBasisMax, what: '收费依据' }),
  })
  .refine(({ priceE4, priceMostE4 }) => priceMostE4 === undefined || priceMostE4 >= priceE4, {
    path: ['priceMostE4'],
    error: '最高价要不低于最低价',
  })
  .refine(({ kind, priceE4, priceMostE4 }) => kind !== 'agency' || (priceE4 === 0 && !priceMostE4), {
    path: ['priceE4'],
    error: '代收代付不能加价，单价填 0',
  })
  .refine(({ code, kind, per }) => code !== PROPERTY_SERVICE || (per === 'month' && (kind === 'area' || kind === 'fixed')), {
    path: ['kind'],
    error: '物业服务费要按月收，按面积或按户',
  })

const fact = (key: BoardFact) => words({ min: 0, max: BOARD_LIMITS.factMax, what: BOARD_FACTS[key].zh })
const facts = z.strictObject({
  payers: fact('payers'),
  services: fact('services'),
  chargeMethod: fact('chargeMethod'),
  chargeStart: fact('chargeStart'),
  payMethods: fact('payMethods'),
  specialService: fact('specialService'),
  complaintPhone: fact('complaintPhone'),
  reportPhone: fact('reportPhone'),
  priceRegime: z.enum(PRICE_REGIME_IDS),
})

const content = z.strictObject({
  facts,
  items: z
    .array(writtenItem)
    .max(FEE_LIMITS.itemsMax, { error: `收费项目最多 ${FEE_LIMITS.itemsMax} 项` })
    .refine((items) => new Set(items.flatMap(({ code }) => code ?? [])).size === items.filter(({ code }) => code).length, {
      error: '有两项是同一个收费项目，请删掉一项',
    }),
  /** What stands behind a rise: the decision with its paper, or the clause in words. */
  basis: z
    .strictObject({
      kind: z.enum(BASIS_KIND_IDS),
      words: words({ min: BOARD_LIMITS.basisMin, max: BOARD_LIMITS.basisMax, what: '依据' }),
      fileId: id().optional(),
    })
    .optional(),
  /** The first version alone: since when its paper has hung in the community. */
  shownSince: date('张贴日期').optional(),
})

const itemOut = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(FEE_KIND_IDS),
  tier: z.enum(FEE_TIER_IDS),
  per: z.enum(FEE_PERIOD_IDS),
  priceE4: z.int(),
  priceMostE4: z.int().optional(),
  unitWords: z.string(),
  basisWords: z.string(),
  isCommon: z.boolean(),
})
const duties = z.array(z.object({ duty: z.enum(BOARD_DUTY_IDS), answer: z.string().optional() }))
const basisOut = z.object({ kind: z.enum(BASIS_KIND_IDS), words: z.string(), fileName: z.string().optional() })
const promise = z.object({ dimension: z.string(), clauseNo: z.string(), words: z.string() })

/** What a version says, as everybody who may see it reads it. */
const version = z.object({
  boardId: id(),
  effectiveFrom: z.string(),
  shownSince: z.string().optional(),
  facts: z.object({ ...facts.shape }),
  items: z.array(itemOut),
  basis: basisOut.optional(),
  duties,
  enterpriseName: z.string(),
  contractNumber: z.string(),
  chargeMode: z.enum(CHARGE_MODE_IDS),
  grade: z.object({ standardName: z.string(), code: z.string() }),
  /** Every grade of the standard, the best first; compared by rank, never by the label. */
  ladder: z.array(z.object({ code: z.string(), best: z.boolean(), own: z.boolean() })),
  promises: z.array(promise),
})

const versionLine = z.object({
  boardId: id(),
  version: z.int(),
  effectiveFrom: z.string(),
  /** The day from which the next version holds. */
  untilOn: z.string().optional(),
  standing: z.enum(BOARD_STANDING_IDS),
})

/** What a community charges and promises: the version in force, or the one asked for. Anyone may read it. */
export const readBoard = open({
  input: z.strictObject({ communityId: id(), boardId: id().optional() }),
  output: z.object({
    communityName: z.string(),
    board: version.extend(versionLine.shape).extend({ postedAt: instant() }).optional(),
    versions: z.array(versionLine),
    /** What replaces this version next. */
    next: versionLine.optional(),
    phones: z.array(z.object({ label: z.string(), number: z.string(), hours: z.string() })),
    now: instant(),
  }),
})

const compared = z.array(
  z.object({ code: z.string(), change: z.enum(ITEM_CHANGE_IDS), before: itemOut.optional(), after: itemOut.optional() }),
)
const comparedPromises = z.array(z.object({ dimension: z.string(), before: z.string().optional(), after: z.string().optional() }))

/** Two posted versions side by side. */
export const compareBoards = open({
  input: z.strictObject({ communityId: id(), before: id(), after: id() }),
  output: z.object({
    before: versionLine,
    after: versionLine.extend({ postedAt: instant(), basis: basisOut.optional() }),
    items: compared,
    promises: comparedPromises,
  }),
})

/** What this person may do next with a version; buttons render from it and from nothing else. */
const move = z.object({
  act: z.enum(BOARD_ACT_IDS),
  does: z.string(),
  call: z.enum(['fees.draftBoard', 'fees.reviewBoard', 'fees.postBoard', 'fees.dropBoard']),
})

/** Every version, drafts first, for those who make them. */
export const listBoards = read({
  input: z.strictObject({}),
  output: z.object({
    boards: z.array(
      z.object({
        boardId: id(),
        version: z.int().optional(),
        state: z.enum(BOARD_STATE_IDS),
        standing: z.enum(BOARD_STANDING_IDS).optional(),
        effectiveFrom: z.string(),
        draftedBy: z.string(),
        mine: z.boolean(),
        items: z.int(),
      }),
    ),
    /** Without a service contract there is nothing to post. */
    hasContract: z.boolean(),
    mayDraft: z.boolean(),
    now: instant(),
  }),
})

const draftReply = z.object({
  boardId: id(),
  state: z.enum(BOARD_STATE_IDS),
  /** What the reader sees, as one fingerprint: review and posting name it, so that nobody signs what they have not seen. */
  contentSha256: z.string(),
  moves: z.array(move),
})

/** One version before it is posted, with what still stands in its way and what it changes. */
export const readDraft = read({
  input: z.strictObject({ boardId: id() }),
  output: version.extend(draftReply.shape).extend({
    version: z.int().optional(),
    draftedBy: z.string(),
    reviewedBy: z.string().optional(),
    mine: z.boolean(),
    basisFileId: id().optional(),
    /** The version that it follows, and what changes against it. */
    follows: z.object({ boardId: id(), version: z.int(), effectiveFrom: z.string() }).optional(),
    changes: compared,
    /** If it were posted today. */
    demands: z.object({ changesPrices: z.boolean(), needsDecision: z.boolean(), earliest: z.string(), noticeMonths: z.int() }),
    obstacles: z.array(z.object({ code: z.string(), message: z.string(), fields: z.array(z.object({ path: z.string(), message: z.string() })) })),
    now: instant(),
  }),
})

/** Writes one's own draft, or writes it anew: what was reviewed before is reviewed again. */
export const draftBoard = act({
  about: 'board',
  input: z
    .strictObject({
      effectiveFrom: date('执行日期'),
      /** Begin with what another version says. */
      copyFrom: id().optional(),
      content: content.optional(),
    })
    .refine(({ copyFrom, content: written }) => (copyFrom === undefined) !== (written === undefined), {
      error: '请写上公示内容，或选一个版本照抄',
    }),
  output: draftReply,
})

const seen = { boardId: id(), contentSha256: z.string().regex(/^[0-9a-f]{64}$/, { error: '请刷新后再办' }) }

export const reviewBoard = act({ about: 'board', input: z.strictObject(seen), output: draftReply })
export const postBoard = act({ about: 'board', input: z.strictObject(seen), output: draftReply.extend({ version: z.int() }) })
export const dropBoard = act({ about: 'board', input: z.strictObject({ boardId: id() }), output: draftReply })

/** The area of one's own house as the register has it today; absent where it has none. */
export const readHouseArea = read({
  input: z.strictObject({ houseId: id() }),
  output: z.object({ houseId: id(), area100: z.int().optional() }),
})
