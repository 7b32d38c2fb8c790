import { FEE_LIMITS } from '../../../types/vocabulary/fee'
import { addMonths, monthAround } from '../../../types/vocabulary/dates'
import { readDecimal } from '../../../types/vocabulary/money'

export interface QuoteDraft {
  area: string
  price: string
  months: QuoteMonths
}

/** How long one asks for. */
export const QUOTE_MONTHS = { 1: '一个月', 3: '一季度', 6: '半年', 12: '一年' } as const
export type QuoteMonths = keyof typeof QUOTE_MONTHS

export type QuoteProblems = Partial<Record<'area' | 'price', string>>

export function quoteProblems({ area, price }: QuoteDraft): QuoteProblems {
  const area100 = readDecimal(area, 2)
  const priceE4 = readDecimal(price, 4)
  return {
    ...((area100 === undefined || area100 < 1 || area100 > FEE_LIMITS.area100Max) && {
      area: '写房产证上的面积，比如 89.50',
    }),
    ...((priceE4 === undefined || priceE4 > FEE_LIMITS.priceE4Max) && { price: '写每平方米每月多少元，比如 1.35' }),
  }
}

/** What is asked of the server: whole months from this one on. Undefined until both numbers are numbers. */
export function quoteInput(draft: QuoteDraft, now: Date) {
  const area100 = readDecimal(draft.area, 2)
  const priceE4 = readDecimal(draft.price, 4)
  if (area100 === undefined || priceE4 === undefined || Object.keys(quoteProblems(draft)).length > 0) return undefined
  const { from } = monthAround(now)
  return { area100, priceE4, from, to: addMonths(from, draft.months) }
}
