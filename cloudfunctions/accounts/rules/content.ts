import type { RevenueCategory, RevenueScope } from '../../../types/vocabulary/revenue'
import type { EntryCategory } from '../../../types/vocabulary/statement'

export interface StatementLine {
  kind: 'income' | 'cost' | 'committee'
  category: EntryCategory
  amountFen: number
  entries: number
}

export interface StatementSource {
  sourceId: string
  category: RevenueCategory
  asset: string
  scope: RevenueScope
  expectedFen: number
  receivedFen: number
  note: string | null
}

/** What the bank said at the quarter's end; the paper is named by its hash, so that it cannot be exchanged. */
export interface StatementBank {
  balanceFen: number
  fileId: string
  sha256: string
  redactedFileId: string
  redactedSha256: string
  note: string | null
}

/** A voucher that came after its entry: it stands in no link of the chain, so the statement itself vouches for it. */
export interface LateVoucher {
  entryId: string
  sha256: string
  redactedSha256: string
}

export interface Figures {
  openingFen: number
  incomeFen: number
  costFen: number
  committeeFen: number
  closingFen: number
}

/** Everything that a statement says. Its fingerprint covers exactly this, and the head covers every entry below it. */
export interface StatementContent extends Figures {
  v: 1
  kind: 'publicRevenue'
  communityId: string
  ledgerId: string
  quarter: string
  to: string
  lines: StatementLine[]
  sources: StatementSource[]
  bank: StatementBank | null
  lateVouchers: LateVoucher[]
  headSeq: number
  headHash: string
}

/** Opening + income − costs − expenses = closing, all in fen. */
export function figuresOf(openingFen: number, lines: readonly Pick<StatementLine, 'kind' | 'amountFen'>[]): Figures {
  const sum = (kind: StatementLine['kind']) =>
    lines.reduce((total, line) => (line.kind === kind ? total + line.amountFen : total), 0)
  const [incomeFen, costFen, committeeFen] = [sum('income'), sum('cost'), sum('committee')]
  return { openingFen, incomeFen, costFen, committeeFen, closingFen: openingFen + incomeFen - costFen - committeeFen }
}
