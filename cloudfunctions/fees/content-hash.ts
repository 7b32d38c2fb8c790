import { sha256OfJson } from '../shared/db/canonical'
import type { BoardContent } from '../shared/boards/board-content'

/** The fingerprint of a version: the same text gives the same one, and any change another. */
export const contentHash = ({ contractId, effectiveFrom, shownSince, facts, basis, items }: BoardContent): string =>
  sha256OfJson({ contractId, effectiveFrom, shownSince, facts, basis, items })
