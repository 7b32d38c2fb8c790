import type * as statements from '../../../types/contracts/accounts-statements'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { move } from '../../shared/machine/machine'
import { ensureKeepsBooks, holdBooks } from '../books'
import { closeBefore, getRules } from '../books-store'
import { lateDays, objectionUntil } from '../rules/due'
import { STATEMENT_MACHINE } from '../rules/statement-machine'
import { isStale, standingTo, statementReply } from '../statement-facts'
import { getStatement, savePublication } from '../statement-store'

/**
 * Publishes exactly what was reviewed: the same fingerprint and the same head. From then on it does not change, nothing more
 * is booked on its days, and the days that it was late stand in it.
 */
export const publishQuarter: Answer<typeof statements.publishQuarter> = async (
  { db, actor, now, tell },
  { statementId, contentSha256 },
) => {
  const { communityId } = actor
  await ensureKeepsBooks(db, actor)
  const { key } = await holdBooks(db, communityId, now)
  const row = await getStatement(db, communityId, statementId)
  move(STATEMENT_MACHINE, row.state, 'publish', standingTo(row, actor))
  if (row.content_sha256 !== contentSha256 || (await isStale(db, row))) throw new AppError('STATEMENT_CHANGED')
  const { objection_days } = await getRules(db, communityId)
  const on = businessDate(now)
  const late = lateDays(row.due_on, on)
  await savePublication(
    db,
    actor,
    { statementId, contentSha256 },
    { at: now, on, lateDays: late, objectionUntil: objectionUntil(on, objection_days) },
  )
  await closeBefore(db, communityId, key.ledgerId, row.content.to)
  await tell({ everyone: 'residents' }, 'statementPublished', statementId)
  const reply = await statementReply(db, actor, await getStatement(db, communityId, statementId))
  return { ...reply, publishedOn: on, lateDays: late }
}
