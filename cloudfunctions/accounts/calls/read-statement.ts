import type * as statements from '../../../types/contracts/accounts-statements'
import { ROLES } from '../../../types/vocabulary/roles'
import type { Answer } from '../../shared/call/answer'
import { checksOf, daysUntil, isStale, movesOf, sayContent } from '../statement-facts'
import { getStatement } from '../statement-store'

/** One statement as it was made, with what still stands between it and its publication. */
export const readStatement: Answer<typeof statements.readStatement> = async ({ db, actor, now }, { statementId }) => {
  const { communityId } = actor
  const row = await getStatement(db, communityId, statementId)
  const stale = await isStale(db, row)
  const books = { communityId, ledgerId: row.ledger_id }
  return {
    ...sayContent(row.content, row.content_sha256),
    statementId,
    state: row.state,
    stale,
    draftedBy: ROLES[row.drafted_role].zh,
    ...(row.reviewed_role && { reviewedBy: ROLES[row.reviewed_role].zh }),
    mine: row.drafted_by === actor.personId,
    dueOn: row.due_on,
    daysLeft: daysUntil(row.due_on, now),
    ...(row.content.bank && { bankFileId: row.content.bank.fileId }),
    checks: await checksOf(db, books, row.content, { statement: row, stale, now }),
    moves: await movesOf(db, actor, row, stale),
    now: now.toISOString(),
  }
}
