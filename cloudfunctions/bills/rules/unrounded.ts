/** The factors of one line that is charged by area or by the piece. */
export interface LineFactors {
  kind: 'area' | 'fixed' | 'space' | 'share'
  area100: number | null
  quantity: number
  priceE4: number
  percent: number
  days: number
  daysInMonth: number
}

const DIGITS = 6

/**
 * The sum in yuan as it was before the one rounding: `120.825`. Up to six decimals; `isExact` is false where more follow.
 * A shared cost has no such sum: it is divided, not multiplied.
 */
export function unroundedOf(line: LineFactors): { yuan: string; isExact: boolean } | undefined {
  if (line.kind === 'share') return undefined
  const units = line.kind === 'area' ? BigInt(line.area100 ?? 0) : 100n * BigInt(line.quantity)
  const numerator = units * BigInt(line.priceE4) * BigInt(line.days) * BigInt(line.percent)
  const denominator = 1_000_000n * BigInt(line.daysInMonth) * 100n
  const scaled = numerator * 10n ** BigInt(DIGITS)
  const digits = String(scaled / denominator).padStart(DIGITS + 1, '0')
  const decimals = digits.slice(-DIGITS).replace(/0{1,4}$/, '')
  return { yuan: `${digits.slice(0, -DIGITS)}.${decimals}`, isExact: scaled % denominator === 0n }
}
