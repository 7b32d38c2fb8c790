import { chargeFor } from '../../shared/billing/charge'
import { monthPartsOf } from '../../shared/billing/months'

/** One line for each calendar month of [from, to), each rounded half up once, and their sum in fen. */
export function quoteFor({
  area100,
  priceE4,
  from,
  to,
}: {
  area100: number
  priceE4: number
  from: string
  to: string
}) {
  const lines = monthPartsOf(from, to).map((part) => ({ ...part, amountFen: chargeFor({ area100, priceE4, ...part }) }))
  return { lines, amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0) }
}
