/** Money is integer fen, areas 0.01 m², unit prices 1/10000 yuan: floating point never touches them. */

/** `12083` as `120.83`, with thousands separators: `1,234,567.89`. A refund is said in words, so the sign is dropped. */
export function sayYuan(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${digits.slice(-2)}`
}

/** `8950` as `89.50`. */
export const sayArea = (area100: number): string =>
  `${Math.floor(area100 / 100)}.${String(area100 % 100).padStart(2, '0')}`

/** `13500` as `1.35`, `13525` as `1.3525`: at least two decimals, never a rounded one. */
export function sayPrice(priceE4: number): string {
  const decimals = String(priceE4 % 10_000)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '')
  return `${Math.floor(priceE4 / 10_000)}.${decimals}`
}

/** What a person typed, in units of 1/10^places, or undefined when it is no such number: `1.35` with 4 places is 13500. */
export function readDecimal(typed: string, places: number): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(typed.trim())
  const [, whole, decimals = ''] = match ?? []
  if (whole === undefined || decimals.length > places) return undefined
  return Number(whole) * 10 ** places + Number(decimals.padEnd(places, '0') || 0)
}
