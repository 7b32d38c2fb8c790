import type * as statements from '../../../types/contracts/accounts-statements'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { lateDays } from '../rules/due'
import { isStale, movesOf } from '../statement-facts'
import { listStatementsOf } from '../statement-store'

const MOST = 40

/** Every statement for those who make and check them, with what this person may do with it. */
export const listStatements: Answer<typeof statements.listStatements> = async ({ db, actor, now }) => {
  const rows = await listStatementsOf(db, actor.communityId, MOST)
  const statements = []
  for (const row of rows) {
    statements.push({
      statementId: row.statement_id,
      quarter: row.quarter,
      state: row.state,
      closingFen: row.content.closingFen,
      dueOn: row.due_on,
      lateDays: row.late_days ?? lateDays(row.due_on, businessDate(now)),
      ...(row.published_on !== null && { publishedOn: row.published_on }),
      moves: await movesOf(db, actor, row, await isStale(db, row)),
    })
  }
  return { statements, now: now.toISOString() }
}
