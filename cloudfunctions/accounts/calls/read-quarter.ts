import type * as statements from '../../../types/contracts/accounts-statements'
import { businessDate } from '../../../types/vocabulary/dates'
import { ROLES } from '../../../types/vocabulary/roles'
import { ACCOUNT_LIMITS, quarterOf } from '../../../types/vocabulary/statement'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import type { Db } from '../../shared/db/db'
import { getRules } from '../books-store'
import { dueOn, lateDays } from '../rules/due'
import { sayContent } from '../statement-facts'
import { findStatement, listStatementsOf, type StatementRow } from '../statement-store'

/**
 * A published quarter, the latest unless another is asked for, with the quarters before it and what is due next. Row-level
 * security shows this call published statements alone, whoever asks.
 */
export const readQuarter: Answer<typeof statements.readQuarter> = async ({ db, now }, { communityId, quarter }) => {
  const rules = await getRules(db, communityId)
  const recent = await listStatementsOf(db, communityId, ACCOUNT_LIMITS.trendMax)
  const [latest] = recent
  const asked = quarter === undefined ? latest : await findAsked(db, communityId, quarter)
  return {
    communityName: rules.name,
    ...(rules.body_name !== null && { bodyName: rules.body_name }),
    ...(asked && { statement: sayPublished(asked, now) }),
    trend: [...recent].reverse().map(({ content, late_days }) => ({
      quarter: content.quarter,
      incomeFen: content.incomeFen,
      spentFen: content.costFen + content.committeeFen,
      closingFen: content.closingFen,
      lateDays: late_days ?? 0,
      headSeq: content.headSeq,
      headHash: content.headHash,
    })),
    ...(latest && { next: nextAfter(latest, rules.publish_within_days, businessDate(now)) }),
    now: now.toISOString(),
  }
}

async function findAsked(db: Db, communityId: string, quarter: string): Promise<StatementRow> {
  const row = await findStatement(db, communityId, quarter)
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

const sayPublished = (row: StatementRow, now: Date) => ({
  ...sayContent(row.content, row.content_sha256),
  statementId: row.statement_id,
  dueOn: row.due_on,
  publishedAt: (row.published_at ?? now).toISOString(),
  publishedOn: row.published_on ?? businessDate(now),
  lateDays: row.late_days ?? 0,
  objectionUntil: row.objection_until ?? businessDate(now),
  draftedBy: ROLES[row.drafted_role].zh,
  reviewedBy: ROLES[row.reviewed_role ?? 'supervisor'].zh,
})

function nextAfter({ content }: StatementRow, withinDays: number, today: string) {
  const { from, to } = quarterOf(content.to)
  const due = dueOn(to, withinDays)
  return { quarter: from, dueOn: due, over: today >= to, lateDays: lateDays(due, today) }
}
