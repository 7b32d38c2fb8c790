import { addMonths } from '../../../types/vocabulary/dates'

export interface NoticeFacts {
  postedOn: string
  /** Of the rules that bind the community's place; a month where they are silent. */
  noticeMonths: number
  changesPrices: boolean
  /** Nothing was posted before: there is no price to change. */
  isFirst: boolean
  /** The first version alone: since when its paper has hung in the community. */
  shownSince: string | null
}

/**
 * The first day on which a version may take effect: a calendar month after its posting when any price changes, else the
 * day of posting. A first version that already hung on paper holds from that day on, never earlier.
 */
export function earliestDay({ postedOn, noticeMonths, changesPrices, isFirst, shownSince }: NoticeFacts): string {
  if (isFirst) return shownSince !== null && shownSince < postedOn ? shownSince : postedOn
  return changesPrices ? addMonths(postedOn, noticeMonths) : postedOn
}
