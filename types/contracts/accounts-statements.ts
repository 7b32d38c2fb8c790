import * as z from 'zod'
import { REVENUE_CATEGORY_IDS, REVENUE_SCOPE_IDS } from '../vocabulary/revenue'
import {
  ACCOUNT_LIMITS,
  CHECK_STANDING_IDS,
  ENTRY_CATEGORY_IDS,
  STATEMENT_ACT_IDS,
  STATEMENT_CHECK_IDS,
  STATEMENT_STATE_IDS,
} from '../vocabulary/statement'
import { entry, fen, quarter } from './accounts'
import { act, id, instant, open, read, words } from './contract'

const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/, { error: '请刷新后再办' })

const figures = z.object({
  openingFen: z.int(),
  incomeFen: z.int(),
  costFen: z.int(),
  committeeFen: z.int(),
  closingFen: z.int(),
})

const line = z.object({
  kind: z.enum(['income', 'cost', 'committee']),
  category: z.enum(ENTRY_CATEGORY_IDS),
  amountFen: z.int(),
  entries: z.int(),
})

/** A contract that brings revenue: what it should have brought in the quarter, what arrived, and why there is less. */
const source = z.object({
  sourceId: id(),
  category: z.enum(REVENUE_CATEGORY_IDS),
  asset: z.string(),
  scope: z.enum(REVENUE_SCOPE_IDS),
  expectedFen: z.int(),
  receivedFen: z.int(),
  note: z.string().optional(),
})

const bank = z.object({ balanceFen: z.int(), note: z.string().optional(), redactedFileId: id() })

/** What a statement says; its fingerprint covers exactly this. */
const content = z.object({
  quarter: z.string(),
  to: z.string(),
  ...figures.shape,
  lines: z.array(line),
  sources: z.array(source),
  bank: bank.optional(),
  headSeq: z.int(),
  headHash: z.string(),
  contentSha256: z.string(),
})

const published = content.extend({
  statementId: id(),
  dueOn: z.string(),
  publishedAt: instant(),
  publishedOn: z.string(),
  /** Days after the due date; 0 is in time. It stays for ever. */
  lateDays: z.int(),
  objectionUntil: z.string(),
  /** By office, never by name. */
  draftedBy: z.string(),
  reviewedBy: z.string(),
})

/** A quarter in the trend. */
const quarterFigures = z.object({
  quarter: z.string(),
  incomeFen: z.int(),
  spentFen: z.int(),
  closingFen: z.int(),
  lateDays: z.int(),
  headSeq: z.int(),
  headHash: z.string(),
})

/**
 * A published quarter: the one asked for, else the latest. Anyone may read the figures; the entries behind them are for the
 * community's own people.
 */
export const readQuarter = open({
  input: z.strictObject({ communityId: id(), quarter: quarter().optional() }),
  output: z.object({
    communityName: z.string(),
    bodyName: z.string().optional(),
    statement: published.optional(),
    /** The last published quarters, the oldest first, at most eight. */
    trend: z.array(quarterFigures).max(ACCOUNT_LIMITS.trendMax),
    /** The quarter that is to be published next. */
    next: z.object({ quarter: z.string(), dueOn: z.string(), over: z.boolean(), lateDays: z.int() }).optional(),
    now: instant(),
  }),
})

const move = z.object({
  act: z.enum(STATEMENT_ACT_IDS),
  does: z.string(),
  call: z.enum(['accounts.draftQuarter', 'accounts.reviewQuarter', 'accounts.publishQuarter']),
})

const check = z.object({ check: z.enum(STATEMENT_CHECK_IDS), standing: z.enum(CHECK_STANDING_IDS), words: z.string() })

/**
 * Where the quarter stands that is to be published next, or another: what was expected and arrived, the vouchers that are
 * missing, the days that are left, and the checklist.
 */
export const readCockpit = read({
  input: z.strictObject({ quarter: quarter().optional() }),
  output: z.object({
    quarter: z.string(),
    to: z.string(),
    dueOn: z.string(),
    /** Until the due date; negative once it is past. */
    daysLeft: z.int(),
    ...figures.shape,
    lines: z.array(line),
    sources: z.array(source),
    missing: z.array(entry).max(ACCOUNT_LIMITS.pageSize),
    checks: z.array(check),
    statement: z
      .object({
        statementId: id(),
        state: z.enum(STATEMENT_STATE_IDS),
        contentSha256: z.string(),
        /** Something was posted or changed after it: it has to be made anew. */
        stale: z.boolean(),
        moves: z.array(move),
      })
      .optional(),
    /** Whether this person keeps these books: the committee, or the manager where there is none. */
    keeps: z.boolean(),
    mayDraft: z.boolean(),
    /** Quarters that one may turn to: the one to publish, and the running one. */
    quarters: z.array(z.string()),
    now: instant(),
  }),
})

/** Every statement for those who make and check them, the latest first. */
export const listStatements = read({
  input: z.strictObject({}),
  output: z.object({
    statements: z.array(
      z.object({
        statementId: id(),
        quarter: z.string(),
        state: z.enum(STATEMENT_STATE_IDS),
        closingFen: z.int(),
        dueOn: z.string(),
        lateDays: z.int(),
        publishedOn: z.string().optional(),
        moves: z.array(move),
      }),
    ),
    now: instant(),
  }),
})

/** One statement, published or not, with what still stands in its way. */
export const readStatement = read({
  input: z.strictObject({ statementId: id() }),
  output: content.extend({
    statementId: id(),
    state: z.enum(STATEMENT_STATE_IDS),
    stale: z.boolean(),
    draftedBy: z.string(),
    reviewedBy: z.string().optional(),
    mine: z.boolean(),
    dueOn: z.string(),
    daysLeft: z.int(),
    bankFileId: id().optional(),
    checks: z.array(check),
    moves: z.array(move),
    now: instant(),
  }),
})

const statementReply = z.object({
  statementId: id(),
  state: z.enum(STATEMENT_STATE_IDS),
  contentSha256: z.string(),
  moves: z.array(move),
})

/** Makes the quarter's statement from the entries, or makes it anew: what was reviewed before is reviewed again. */
export const draftQuarter = act({
  about: 'statement',
  input: z.strictObject({
    quarter: quarter(),
    /** Why a contract brought less than it should. */
    gaps: z
      .array(
        z.strictObject({
          sourceId: id(),
          words: words({ min: ACCOUNT_LIMITS.noteMin, max: ACCOUNT_LIMITS.noteMax, what: '少收的说明' }),
        }),
      )
      .max(ACCOUNT_LIMITS.notesMax),
    /** What the bank says at the quarter's end, with its paper, and why it differs where it does. */
    bank: z
      .strictObject({
        balanceFen: fen('银行余额'),
        fileId: id(),
        redactedFileId: id(),
        words: words({ min: ACCOUNT_LIMITS.noteMin, max: ACCOUNT_LIMITS.noteMax, what: '差额的说明' }).optional(),
      })
      .optional(),
  }),
  output: statementReply,
})

const seen = z.strictObject({ statementId: id(), contentSha256: sha256() })

export const reviewQuarter = act({ about: 'statement', input: seen, output: statementReply })
export const publishQuarter = act({
  about: 'statement',
  input: seen,
  output: statementReply.extend({ publishedOn: z.string(), lateDays: z.int() }),
})
