import { keepPrivate, readPrivate } from '../../services/private-storage'

const keyOf = (communityId: string, quarter: string): string => `head:${communityId}:${quarter}`

/** What this phone knows of a published quarter: the fingerprint that it saw first, and when. */
interface SeenHead {
  contentSha256: string
  headHash: string
  on: string
}

const isSeen = (kept: unknown): kept is SeenHead =>
  typeof kept === 'object' && kept !== null && 'contentSha256' in kept && 'headHash' in kept && 'on' in kept

/**
 * Remembers the fingerprint of a quarter the first time it is seen, and says whether it is still the same. What was published
 * cannot change unnoticed by whoever looked before.
 */
export function compareHead(communityId: string, quarter: string, now: SeenHead): { same: boolean; first: SeenHead } {
  const kept = readPrivate(keyOf(communityId, quarter))
  if (!isSeen(kept)) {
    keepPrivate(keyOf(communityId, quarter), now)
    return { same: true, first: now }
  }
  return { same: kept.contentSha256 === now.contentSha256 && kept.headHash === now.headHash, first: kept }
}
