import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sha256 } from '../shared/db/canonical'
import { CODE_LETTERS, LABEL_LETTERS, readCode, sayCode, SECRET_LETTERS } from './rules/code-words'

export interface NewSecret {
  /** What is shown once. */
  code: string
  label: string
  secretSha256: string
}

/** A fresh code: 32 letters, so that each random byte gives an unbiased one. */
export function newClaimCode(): NewSecret {
  const letters = [...randomBytes(LABEL_LETTERS + SECRET_LETTERS)]
    .map((byte) => CODE_LETTERS.charAt(byte % CODE_LETTERS.length))
    .join('')
  const secret = letters.slice(LABEL_LETTERS)
  return { code: sayCode(letters), label: letters.slice(0, LABEL_LETTERS), secretSha256: sha256(secret) }
}

/** What a typed code is compared by; text that can be no code is compared like any other and fits nothing. */
export function digestOf(typed: string): { label: string; secretSha256: string } {
  const read = readCode(typed) ?? { label: '', secret: typed }
  return { label: read.label, secretSha256: sha256(read.secret) }
}

/** Whether two digests are equal, in a time that does not tell where they differ. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'))
