import type * as statements from '../../../types/contracts/accounts-statements'
import { ACCOUNT_LIMITS, quarterOf } from '../../../types/vocabulary/statement'
import type { Answer } from '../../shared/call/answer'
import type { Db } from '../../shared/db/db'
import type { Actor } from '../../shared/policy/actor'
import { keepsBooks, type OpenBooks, readBooks } from '../books'
import { getRules } from '../books-store'
import { listMissing } from '../entry-store'
import { sayEntry } from '../entry-view'
import { type BooksFacts, nextQuarter } from '../rules/booking'
import { checklistOf } from '../rules/checklist'
import { figuresOf, type StatementContent } from '../rules/content'
import { dueOn } from '../rules/due'
import { checksOf, contentAt, daysUntil, headOf, isStale, movesOf, remarksOf, sayContent } from '../statement-facts'
import { findStatement, type StatementRow } from '../statement-store'
import { businessDate } from '../../../types/vocabulary/dates'

/**
 * The quarter that is to be published next, or the one asked for, as the books stand now: what was expected and arrived,
 * which vouchers are missing, how many days are left, and the steps to publication.
 */
export const readCockpit: Answer<typeof statements.readCockpit> = async ({ db, actor, now }, input) => {
  const { communityId } = actor
  const today = businessDate(now)
  const open = await readBooks(db, communityId, now)
  const facts: BooksFacts = open?.facts ?? { today, closedBefore: null, openedOn: null, firstOn: null }
  const due = nextQuarter(facts)
  const { from, to } = input.quarter === undefined ? due : quarterOf(input.quarter)
  const { publish_within_days } = await getRules(db, communityId)
  const row = await findStatement(db, communityId, from)
  const stale = row !== undefined && (await isStale(db, row))
  const content = open ? await contentNow(db, open, from, row) : undefined
  const keeps = await keepsBooks(db, actor)
  const dueDay = dueOn(to, publish_within_days)
  return {
    ...sayNow(content, from, to),
    dueOn: dueDay,
    daysLeft: daysUntil(dueDay, now),
    missing: open && content ? await missingOf(db, actor, open, content, keeps) : [],
    checks:
      open && content ? await checksOf(db, open.key, content, { statement: row, stale, now }) : noChecks(to, today),
    ...(row && {
      statement: {
        statementId: row.statement_id,
        state: row.state,
        contentSha256: row.content_sha256,
        stale,
        moves: await movesOf(db, actor, row, stale),
      },
    }),
    keeps,
    mayDraft: keeps && from === due.from && today >= to && row?.state !== 'published',
    quarters: [...new Set([due.from, quarterOf(today).from])].sort(),
    now: now.toISOString(),
  }
}

/** What is on the books now, with what the draft says of gaps and bank; a published quarter says what it was published with. */
const contentNow = async (db: Db, open: OpenBooks, from: string, row: StatementRow | undefined) =>
  row?.state === 'published'
    ? row.content
    : contentAt(db, open.key, from, {
        head: headOf(open),
        remarks: row ? remarksOf(row.content) : { gaps: new Map(), bank: null },
      })

const NOTHING = figuresOf(0, [])

function sayNow(content: StatementContent | undefined, from: string, to: string) {
  if (!content) return { quarter: from, to, ...NOTHING, lines: [], sources: [] }
  const { headSeq: _seq, headHash: _head, contentSha256: _hash, bank: _bank, ...said } = sayContent(content, '')
  return said
}

async function missingOf(db: Db, actor: Actor, open: OpenBooks, { quarter, to }: StatementContent, keeps: boolean) {
  const fromFen = ACCOUNT_LIMITS.incomeVoucherFromFen
  const rows = await listMissing(db, open.key, { from: quarter, to }, fromFen, ACCOUNT_LIMITS.pageSize)
  return rows.map((row) => sayEntry(row, { actor, keeps }))
}

/** Before anything is booked. */
const noChecks = (to: string, today: string) =>
  checklistOf({
    to,
    today,
    figures: NOTHING,
    sources: [],
    missingVouchers: 0,
    bank: null,
    previous: undefined,
    statement: undefined,
  })
