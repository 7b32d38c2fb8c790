import { PROPERTY_SERVICE } from '../../../types/vocabulary/fee'
import { sayPrice } from '../../../types/vocabulary/money'
import type { BoardContent } from '../../shared/boards/board-content'

/** What the city says a grade costs: per m² and month, in 1/10000 yuan, with the document that says so. */
export interface GuidePrice {
  gradeCode: string
  priceE4: number
  floatPercent: number
  document: string
}

/** The prices that the float allows, both ends included. */
export const guideRange = ({ priceE4, floatPercent }: Pick<GuidePrice, 'priceE4' | 'floatPercent'>) => ({
  leastE4: Math.ceil((priceE4 * (100 - floatPercent)) / 100),
  mostE4: Math.floor((priceE4 * (100 + floatPercent)) / 100),
})

/** `1.35 元，上下浮动 20%，即 1.08–1.62 元` */
export function sayGuide(guide: GuidePrice): string {
  const { leastE4, mostE4 } = guideRange(guide)
  return `${sayPrice(guide.priceE4)} 元，上下浮动 ${guide.floatPercent}%，即 ${sayPrice(leastE4)}–${sayPrice(mostE4)} 元`
}

/**
 * Whether a board's price needs the owners behind it, because it leaves the guide price: a guide price is kept to within its
 * float (物业服务收费管理办法 第7条). A clause of the contract does not widen it; a decision of the owners does.
 * Boards under a market price, and charges that are not by area, have no guide price.
 */
export function leavesGuide({ facts, items, basis }: BoardContent, guide: GuidePrice | undefined): boolean {
  const service = items.find(({ code, kind }) => code === PROPERTY_SERVICE && kind === 'area')
  if (!guide || !service || facts.priceRegime !== 'guide' || isDecided(basis)) return false
  const { leastE4, mostE4 } = guideRange(guide)
  return service.priceE4 < leastE4 || (service.priceMostE4 ?? service.priceE4) > mostE4
}

/** A decision of the owners comes with its paper. */
const isDecided = (basis: BoardContent['basis']): boolean => basis?.kind === 'owners decision' && basis.fileId !== null
