/** Crockford's letters: none that look alike on paper. */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first letters find the row; only the rest, 80 random bits, is secret. */
export const LABEL_LETTERS = 4
export const SECRET_LETTERS = 16

/** A code as it is printed: five groups of four. */
export const sayCode = (letters: string): string => (letters.match(/.{4}/g) ?? []).join('-')

/** What somebody typed from paper, in either case, with or without dashes, O for 0 and I or L for 1; or undefined. */
export function readCode(typed: string): { label: string; secret: string } | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[\s\-–—_]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode =
    letters.length === LABEL_LETTERS + SECRET_LETTERS && [...letters].every((letter) => CODE_LETTERS.includes(letter))
  return isCode ? { label: letters.slice(0, LABEL_LETTERS), secret: letters.slice(LABEL_LETTERS) } : undefined
}
