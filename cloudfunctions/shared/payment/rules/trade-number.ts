/** Crockford's base32: no letter that is taken for another when it is read out. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_LETTERS = 20
const CHECK_PRIME = 31

/** So many random bytes make a trade number. */
export const TRADE_NUMBER_BYTES = RANDOM_LETTERS

/**
 * Our number for one order at WeChat (商户订单号, 6 to 32 characters): `MJ`, 100 random bits, and a letter that tells a
 * misread one. It says nothing about bill, house or day.
 */
export function tradeNumberOf(random: Uint8Array): string {
  const letters = [...random.subarray(0, RANDOM_LETTERS)].map((byte) => LETTERS[byte % 32] ?? '').join('')
  return `MJ${letters}${checkLetterOf(letters)}`
}

const checkLetterOf = (letters: string): string => {
  const sum = [...letters].reduce((total, letter) => (total * 32 + LETTERS.indexOf(letter)) % CHECK_PRIME, 0)
  return LETTERS[sum] ?? ''
}
