import { canonicalJson, sha256 } from '../db/canonical'

/** The hash before the first row of every chain. */
export const CHAIN_START = '0'.repeat(64)

/** An audit row as it is hashed: every column, instants as ISO text. */
export interface SealedRow {
  audit_id: string
  at: string
  person_id: string
  role: string
  call: string
  request_id: string
  about_kind: string
  about_id: string
  input_sha256: string
  reply_sha256: string
}

/** hash = sha256(previous hash + line feed + canonical JSON of the row with its community and sequence). */
export const sealOf = (previousHash: string, communityId: string, seq: number, row: SealedRow): string =>
  sha256(`${previousHash}\n${canonicalJson({ ...row, community_id: communityId, seq })}`)

/** The first sequence number at which the chain does not hold, or undefined when it is whole. */
export function firstBreak(
  communityId: string,
  chain: readonly { seq: number; previousHash: string; hash: string; row: SealedRow }[],
): number | undefined {
  let previousHash = CHAIN_START
  for (const [index, link] of chain.entries()) {
    const seq = index + 1
    const holds =
      link.seq === seq &&
      link.previousHash === previousHash &&
      link.hash === sealOf(previousHash, communityId, seq, link.row)
    if (!holds) return seq
    previousHash = link.hash
  }
  return undefined
}
