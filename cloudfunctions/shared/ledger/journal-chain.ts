import { canonicalJson, sha256 } from '../db/canonical'
import type { About, JournalLine, Voucher } from './journal-store'

/** The hash before the first journal of every ledger. */
export const CHAIN_START = '0'.repeat(64)

/** All of a journal, as it is hashed; what has no value has no key. */
export interface ChainedJournal {
  v: 1
  communityId: string
  ledger: string
  journalId: string
  seq: number
  bookedOn: string
  /** ISO instant with milliseconds. */
  postedAt: string
  /** Nobody: the clockwork, or a notice from outside. */
  postedBy?: string
  lines: readonly JournalLine[]
  vouchers: readonly Voucher[]
  /** sha256(salt + line feed + words). */
  textSha256: string
  reverses?: string
  correctsQuarter?: string
  about?: About
}

/** hash = sha256(previous hash + line feed + canonical JSON of the record). */
export const linkOf = (previousHash: string, record: unknown): string =>
  sha256(`${previousHash}\n${canonicalJson(record)}`)

export const textSha256Of = (salt: string, words: string): string => sha256(`${salt}\n${words}`)
