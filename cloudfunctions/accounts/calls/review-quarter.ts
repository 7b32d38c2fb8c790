import type * as statements from '../../../types/contracts/accounts-statements'
import { STATEMENT_CHECKS } from '../../../types/vocabulary/statement'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import type { Db } from '../../shared/db/db'
import { move } from '../../shared/machine/machine'
import { countsAsSamePerson } from '../../shared/people/same-person-store'
import type { Actor } from '../../shared/policy/actor'
import { holdBooks } from '../books'
import { hasCommittee } from '../books-store'
import { listPosters } from '../entry-store'
import { OBSTACLES } from '../rules/checklist'
import { STATEMENT_MACHINE } from '../rules/statement-machine'
import { checksOf, isStale, standingTo, statementReply } from '../statement-facts'
import { getStatement, saveReview, type StatementRow } from '../statement-store'

/**
 * Somebody else has read the statement and vouches for it: neither who made it nor who posted any of its entries, whichever
 * account or office they act in. Its fingerprint is fixed, and nothing else can be published.
 */
export const reviewQuarter: Answer<typeof statements.reviewQuarter> = async (
  { db, actor, now, tell },
  { statementId, contentSha256 },
) => {
  const { communityId } = actor
  const { key } = await holdBooks(db, communityId, now)
  const row = await getStatement(db, communityId, statementId)
  if (await tookPart(db, actor, row)) throw new AppError('STATEMENT_SAME_PERSON')
  move(STATEMENT_MACHINE, row.state, 'review', standingTo(row, actor))
  if (row.content_sha256 !== contentSha256 || (await isStale(db, row))) throw new AppError('STATEMENT_CHANGED')
  const checks = await checksOf(db, key, row.content, { statement: row, stale: false, now })
  const missing = checks.filter(({ check, standing }) => OBSTACLES.includes(check) && standing !== 'done')
  if (missing.length > 0) {
    const fields = missing.map(({ check, words }) => ({
      path: check,
      message: `${STATEMENT_CHECKS[check].zh}：${words}`,
    }))
    throw new AppError('STATEMENT_INCOMPLETE', { fields })
  }
  await saveReview(db, actor, { statementId, contentSha256 }, now)
  const keeper = (await hasCommittee(db, communityId)) ? 'committee' : 'manager'
  await tell({ role: keeper }, 'statementReviewed', statementId)
  return statementReply(db, actor, await getStatement(db, communityId, statementId))
}

/** Whether the actor is among those who made the statement or posted what stands in it. */
async function tookPart(db: Db, actor: Actor, { drafted_by, ledger_id, content }: StatementRow): Promise<boolean> {
  const { quarter, to, headSeq } = content
  const books = { communityId: actor.communityId, ledgerId: ledger_id }
  const posters = await listPosters(db, books, { from: quarter, to, headSeq })
  for (const personId of new Set([drafted_by, ...posters])) {
    if (await countsAsSamePerson(db, actor, personId)) return true
  }
  return false
}
