import * as z from 'zod'
import { CHARGE_MODE_IDS, FEE_KIND_IDS, FEE_PERIOD_IDS, FEE_TIER_IDS } from '../vocabulary/fee'
import {
  BASIS_KIND_IDS,
  BOARD_DUTY_IDS,
  BOARD_FACTS,
  BOARD_LIMITS,
  BOARD_STANDING_IDS,
  type BoardFact,
  ITEM_CHANGE_IDS,
  PRICE_REGIME_IDS,
} from '../vocabulary/fee-board'
import { id, words } from './contract'

// What a version of a fee board says, in whichever call it is read.

const fact = (key: BoardFact) => words({ min: 0, max: BOARD_LIMITS.factMax, what: BOARD_FACTS[key].zh })
/** What a board states in words. */
export const facts = z.strictObject({
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

/** An item as it is read. */
export const itemOut = z.object({
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
/** `fileId` is the paper, where there is one: `files` gives a link to open it. */
export const basisOut = z.object({ kind: z.enum(BASIS_KIND_IDS), words: z.string(), fileId: id().optional() })
const promise = z.object({ dimension: z.string(), clauseNo: z.string(), words: z.string() })

/** What a version says, as everybody who may see it reads it. */
export const version = z.object({
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
  ladder: z.array(z.object({ code: z.string(), best: z.boolean(), own: z.boolean(), guideE4: z.int().optional() })),
  /** What the city says the own grade costs per m² and month, where it says so. */
  guide: z
    .object({
      priceE4: z.int(),
      floatPercent: z.int(),
      leastE4: z.int(),
      mostE4: z.int(),
      document: z.string(),
    })
    .optional(),
  promises: z.array(promise),
})

/** Which version of several. */
export const versionLine = z.object({
  boardId: id(),
  version: z.int(),
  effectiveFrom: z.string(),
  /** The day from which the next version holds. */
  untilOn: z.string().optional(),
  standing: z.enum(BOARD_STANDING_IDS),
})

/** Items of two versions side by side. */
export const compared = z.array(
  z.object({
    code: z.string(),
    change: z.enum(ITEM_CHANGE_IDS),
    before: itemOut.optional(),
    after: itemOut.optional(),
  }),
)
