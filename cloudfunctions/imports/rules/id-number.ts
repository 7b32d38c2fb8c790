const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** An ID number as it is compared: without spaces, in capitals. */
export const plainIdNumber = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase()

/**
 * What is wrong with an ID number, never repeating it. A resident's number of 18 places must end in its check character
 * (GB 11643); other documents are letters and digits.
 */
export function problemOfIdNumber(number: string): string | undefined {
  if (!/^[0-9A-Z]{5,20}$/.test(number)) return '证件号里有不该有的符号，或长短不对'
  if (!/^\d{17}[\dX]$/.test(number)) return undefined
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  return CHECKS[sum % 11] === number[17] ? undefined : '身份证号的最后一位对不上'
}
