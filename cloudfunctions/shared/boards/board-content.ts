import type { BasisKind, BoardFact, PriceRegime } from '../../../types/vocabulary/fee-board'
import type { FeeKind, FeePeriod, FeeTier } from '../../../types/vocabulary/fee'

export interface BoardItem {
  code: string
  name: string
  kind: FeeKind
  tier: FeeTier
  per: FeePeriod
  priceE4: number
  priceMostE4: number | null
  unitWords: string
  basisWords: string
  isCommon: boolean
}

export type BoardFacts = Record<BoardFact, string> & { priceRegime: PriceRegime }

/** Everything that a version says, and nothing about who wrote it or when: what is reviewed is what is posted. */
export interface BoardContent {
  contractId: string
  effectiveFrom: string
  shownSince: string | null
  facts: BoardFacts
  basis: { kind: BasisKind; words: string; fileId: string | null } | null
  items: readonly BoardItem[]
}
