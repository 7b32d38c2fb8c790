/** An area-based price over some days of one calendar month. */
export interface ChargeFacts {
  area100: number
  priceE4: number
  /** Days billed, and days of the calendar month they lie in. */
  days: number
  daysInMonth: number
  /** Share of the price that is charged, in percent; 70 where a vacant house pays seven tenths. */
  percent?: number
}

/**
 * One line of a bill in fen: area × price × days ÷ days of the month, rounded half up once.
 * area100 × priceE4 is in 1/1,000,000 yuan, that is 1/10,000 fen. Integers throughout: BigInt, because the product of four
 * ordinary numbers passes 2^53.
 */
export function chargeFor({ area100, priceE4, days, daysInMonth, percent = 100 }: ChargeFacts): number {
  const numerator = BigInt(area100) * BigInt(priceE4) * BigInt(days) * BigInt(percent)
  return halfUp(numerator, 10_000n * BigInt(daysInMonth) * 100n)
}

/** A quotient of non-negative integers, rounded half up. */
export const halfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator))

/**
 * Splits a whole among weights so that the parts add up to it: everyone gets the floor, and what is left goes, one fen
 * each, to the largest remainders; equal remainders go to the earlier part.
 */
export function splitByWeight(wholeFen: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total <= 0n) throw new RangeError('weights must add up to more than nothing')
  const exact = weights.map((weight) => BigInt(wholeFen) * BigInt(weight))
  const parts = exact.map((share) => Number(share / total))
  const left = wholeFen - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}
