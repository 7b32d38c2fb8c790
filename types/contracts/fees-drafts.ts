import * as z from 'zod'
import { FEE_KIND_IDS, FEE_LIMITS, FEE_PERIOD_IDS, FEE_TIER_IDS, PROPERTY_SERVICE } from '../vocabulary/fee'
import {
  BASIS_KIND_IDS,
  BOARD_ACT_IDS,
  BOARD_LIMITS,
  BOARD_STANDING_IDS,
  BOARD_STATE_IDS,
} from '../vocabulary/fee-board'
import { act, date, id, instant, read, words } from './contract'
import { compared, facts, version } from './fee-version'

const price = () =>
  z
    .int({ error: '单价要是数字，例如 1.35' })
    .min(0, { error: '单价不能小于 0' })
    .max(FEE_LIMITS.priceE4Max, { error: '单价太高，请核对' })

/** An item as it is written. Without a code it is a new one; with a code it is the same charge as in other versions. */
const writtenItem = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,39}$/, { error: '收费项目的代号不对，请删掉这一项重新加' })
      .optional(),
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
  .refine(
    ({ code, kind, per }) => code !== PROPERTY_SERVICE || (per === 'month' && (kind === 'area' || kind === 'fixed')),
    {
      path: ['kind'],
      error: '物业服务费要按月收，按面积或按户',
    },
  )

const content = z.strictObject({
  facts,
  items: z
    .array(writtenItem)
    .max(FEE_LIMITS.itemsMax, { error: `收费项目最多 ${FEE_LIMITS.itemsMax} 项` })
    .refine(
      (items) => new Set(items.flatMap(({ code }) => code ?? [])).size === items.filter(({ code }) => code).length,
      {
        error: '有两项是同一个收费项目，请删掉一项',
      },
    ),
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
    /** The version that it follows, and what changes against it. */
    follows: z.object({ boardId: id(), version: z.int(), effectiveFrom: z.string() }).optional(),
    changes: compared,
    /** If it were posted today. */
    demands: z.object({
      changesPrices: z.boolean(),
      needsDecision: z.boolean(),
      earliest: z.string(),
      noticeMonths: z.int(),
    }),
    obstacles: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        fields: z.array(z.object({ path: z.string(), message: z.string() })),
      }),
    ),
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
export const postBoard = act({
  about: 'board',
  input: z.strictObject(seen),
  output: draftReply.extend({ version: z.int() }),
})
export const dropBoard = act({ about: 'board', input: z.strictObject({ boardId: id() }), output: draftReply })
