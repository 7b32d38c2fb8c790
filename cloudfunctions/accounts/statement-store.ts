import sql from 'sql-template-tag'
import * as z from 'zod'
import { REVENUE_CATEGORY_IDS, REVENUE_SCOPE_IDS } from '../../types/vocabulary/revenue'
import { ENTRY_CATEGORY_IDS, STATEMENT_STATE_IDS } from '../../types/vocabulary/statement'
import { ROLE_IDS } from '../../types/vocabulary/roles'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { BooksKey } from './entry-store'
import type { StatementContent } from './rules/content'

/** The content as it is kept; it is what the fingerprint covers. */
const Content = z.object({
  v: z.literal(1),
  kind: z.literal('publicRevenue'),
  communityId: z.string(),
  ledgerId: z.string(),
  quarter: z.string(),
  to: z.string(),
  openingFen: z.int(),
  incomeFen: z.int(),
  costFen: z.int(),
  committeeFen: z.int(),
  closingFen: z.int(),
  lines: z.array(
    z.object({
      kind: z.enum(['income', 'cost', 'committee']),
      category: z.enum(ENTRY_CATEGORY_IDS),
      amountFen: z.int(),
      entries: z.int(),
    }),
  ),
  sources: z.array(
    z.object({
      sourceId: z.string(),
      category: z.enum(REVENUE_CATEGORY_IDS),
      asset: z.string(),
      scope: z.enum(REVENUE_SCOPE_IDS),
      expectedFen: z.int(),
      receivedFen: z.int(),
      note: z.string().nullable(),
    }),
  ),
  bank: z
    .object({
      balanceFen: z.int(),
      fileId: z.string(),
      sha256: z.string(),
      redactedFileId: z.string(),
      redactedSha256: z.string(),
      note: z.string().nullable(),
    })
    .nullable(),
  lateVouchers: z.array(z.object({ entryId: z.string(), sha256: z.string(), redactedSha256: z.string() })),
  headSeq: z.int(),
  headHash: z.string(),
}) satisfies z.ZodType<StatementContent>

const StatementRow = z.object({
  statement_id: z.string(),
  ledger_id: z.string(),
  quarter: z.string(),
  state: z.enum(STATEMENT_STATE_IDS),
  content: Content,
  content_sha256: z.string(),
  due_on: z.string(),
  drafted_by: z.string(),
  drafted_role: z.enum(ROLE_IDS),
  reviewed_by: z.string().nullable(),
  reviewed_role: z.enum(ROLE_IDS).nullable(),
  published_at: z.date().nullable(),
  published_on: z.string().nullable(),
  late_days: z.int().nullable(),
  objection_until: z.string().nullable(),
})
export type StatementRow = z.output<typeof StatementRow>

const STATEMENT = sql`
  select statement_id, ledger_id, quarter, state, content, content_sha256, due_on, drafted_by, drafted_role, reviewed_by,
    reviewed_role, published_at, published_on, late_days, objection_until
  from statement`

/** Every statement that the reader's walls show, the latest quarter first. */
export const listStatementsOf = (db: Db, communityId: string, most: number): Promise<StatementRow[]> =>
  db.many(StatementRow, sql`${STATEMENT} where community_id = ${communityId} order by quarter desc limit ${most}`)

export const findStatement = (db: Db, communityId: string, quarter: string): Promise<StatementRow | undefined> =>
  db.find(StatementRow, sql`${STATEMENT} where community_id = ${communityId} and quarter = ${quarter}`)

/** The latest published statement before a quarter. */
export const findPublishedBefore = (db: Db, { communityId, ledgerId }: BooksKey, quarter: string) =>
  db.find(
    StatementRow,
    sql`
      ${STATEMENT}
      where community_id = ${communityId} and ledger_id = ${ledgerId} and state = 'published' and quarter < ${quarter}
      order by quarter desc
      limit 1`,
  )

export async function getStatement(db: Db, communityId: string, statementId: string): Promise<StatementRow> {
  const row = await db.find(
    StatementRow,
    sql`${STATEMENT} where community_id = ${communityId} and statement_id = ${statementId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** What a draft is written with. */
export interface NewDraft {
  statementId: string
  content: StatementContent
  contentSha256: string
  dueOn: string
  at: Date
}

/** Writes a quarter's draft, or writes it anew: what was reviewed is no longer. What was published stays: no row is touched. */
export async function saveDraft(db: Db, actor: Actor, draft: NewDraft): Promise<void> {
  const { content } = draft
  const changed = await db.run(sql`
    insert into statement (community_id, statement_id, ledger_id, quarter, state, content, content_sha256, opening_fen,
      income_fen, cost_fen, committee_fen, closing_fen, head_seq, head_hash, due_on, drafted_by, drafted_role, drafted_at)
    values (${actor.communityId}, ${draft.statementId}, ${content.ledgerId}, ${content.quarter}, 'draft',
      ${JSON.stringify(content)}::jsonb, ${draft.contentSha256}, ${content.openingFen}, ${content.incomeFen}, ${content.costFen},
      ${content.committeeFen}, ${content.closingFen}, ${content.headSeq}, ${content.headHash}, ${draft.dueOn}, ${actor.personId},
      ${actor.role}, ${draft.at})
    on conflict on constraint statement_quarter do update
    set state = 'draft', content = excluded.content, content_sha256 = excluded.content_sha256,
      opening_fen = excluded.opening_fen, income_fen = excluded.income_fen, cost_fen = excluded.cost_fen,
      committee_fen = excluded.committee_fen, closing_fen = excluded.closing_fen, head_seq = excluded.head_seq,
      head_hash = excluded.head_hash, due_on = excluded.due_on, drafted_by = excluded.drafted_by,
      drafted_role = excluded.drafted_role, drafted_at = excluded.drafted_at,
      reviewed_by = null, reviewed_role = null, reviewed_at = null
    where statement.state <> 'published'`)
  if (changed === 0) throw new AppError('WRONG_STATE')
}

/** Moves a statement on if it still says what was seen. */
const guarded = async (changed: Promise<number>): Promise<void> => {
  if ((await changed) === 0) throw new AppError('STATEMENT_CHANGED')
}

export interface Seen {
  statementId: string
  contentSha256: string
}

export const saveReview = (db: Db, actor: Actor, { statementId, contentSha256 }: Seen, at: Date) =>
  guarded(
    db.run(sql`
      update statement
      set state = 'reviewed', reviewed_by = ${actor.personId}, reviewed_role = ${actor.role}, reviewed_at = ${at}
      where community_id = ${actor.communityId} and statement_id = ${statementId} and state = 'draft'
        and content_sha256 = ${contentSha256}`),
  )

export const savePublication = (
  db: Db,
  actor: Actor,
  { statementId, contentSha256 }: Seen,
  publication: { at: Date; on: string; lateDays: number; objectionUntil: string },
) =>
  guarded(
    db.run(sql`
      update statement
      set state = 'published', published_by = ${actor.personId}, published_at = ${publication.at},
        published_on = ${publication.on}, late_days = ${publication.lateDays}, objection_until = ${publication.objectionUntil}
      where community_id = ${actor.communityId} and statement_id = ${statementId} and state = 'reviewed'
        and content_sha256 = ${contentSha256}`),
  )
