import { sayPrice } from '../../../types/vocabulary/money'
import { serviceOf, type Board } from './board-words'

/** A grade with its price per m² and month, as it is typed. */
export interface GradePrice {
  code: string
  price: string
  own: boolean
}

/** What one may try: one's own grade first, at the price of this version; then each other grade that has a guide price. */
export function gradePrices({ items, ladder }: Pick<Board, 'items' | 'ladder'>): GradePrice[] {
  const service = serviceOf(items)
  if (service?.kind !== 'area') return []
  const own = ladder.filter((rung) => rung.own).map(({ code }) => ({ code, priceE4: service.priceE4, own: true }))
  const others = ladder.flatMap(({ code, own: isOwn, guideE4 }) =>
    isOwn || guideE4 === undefined || guideE4 === service.priceE4 ? [] : { code, priceE4: guideE4, own: false },
  )
  return [...own, ...others].map(({ priceE4, ...grade }) => ({ ...grade, price: sayPrice(priceE4) }))
}

export const sayGradePrice = ({ code, price, own }: GradePrice): string =>
  own ? `${code} ${price} · 本小区` : `${code} ${price}`

/** Where each price comes from. */
export function sayWhence({ version, guide }: Pick<Board, 'version' | 'guide'>, grades: readonly GradePrice[]): string {
  const own = `本小区的单价来自第 ${version} 版公示`
  const others = grades.filter((grade) => !grade.own).map(({ code }) => code)
  if (others.length === 0 || !guide) return `${own}。`
  return `${own}；${others.join('、')}是政府指导价，依据：${guide.document}。`
}
