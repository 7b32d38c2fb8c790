import * as z from 'zod'
import { IMPORT_KIND_IDS, IMPORT_LIMITS, IMPORT_STATE_IDS, IMPORT_VIEW_IDS } from '../vocabulary/register'
import { act, cursor, id, instant, read } from './contract'

const kind = () => z.enum(IMPORT_KIND_IDS, { error: '请选择要导入哪一种登记表' })

const progress = z.object({
  importId: id(),
  state: z.enum(IMPORT_STATE_IDS),
  rowCount: z.int(),
  /** Rows read so far; equal to `rowCount` once every row has been compared with the register. */
  stagedCount: z.int(),
  newCount: z.int(),
  changedCount: z.int(),
  sameCount: z.int(),
  /** Rows with at least one problem; while there is one, nothing can be applied. */
  wrongCount: z.int(),
})

const card = progress.extend({
  kind: z.enum(IMPORT_KIND_IDS),
  fileName: z.string(),
  startedAt: instant(),
  startedBy: z.string().optional(),
})

/** Reads a checked file into staging, or says clearly why it cannot be one of these registers. */
export const startImport = act({
  about: 'import',
  input: z.strictObject({ fileId: id(), kind: kind() }),
  output: progress,
})

/** Understands the next rows; after the last one, compares all with the register. Asked again, it compares again. */
export const stageChunk = act({
  about: 'import',
  input: z.strictObject({ importId: id() }),
  output: progress,
})

/** The imports of this community, newest first, so that one that was interrupted can go on. */
export const listImports = read({
  input: z.strictObject({}),
  output: z.object({ imports: z.array(card).max(20) }),
})

export const readImport = read({
  input: z.strictObject({ importId: id(), view: z.enum(IMPORT_VIEW_IDS), after: cursor() }),
  output: card.extend({
    problems: z
      .array(z.object({ rowNo: z.int(), column: z.string(), wrong: z.string(), mend: z.string() }))
      .max(IMPORT_LIMITS.pageRows),
    rows: z
      .array(
        z.object({
          rowNo: z.int(),
          title: z.string(),
          /** What would stand, and beside it what stands now where something does. */
          facts: z.array(z.object({ column: z.string(), after: z.string(), before: z.string().optional() })),
        }),
      )
      .max(IMPORT_LIMITS.pageRows),
    next: z.string().optional(),
  }),
})

/** All rows or none. Refused while a row is wrong, or when the register changed since the comparison was shown. */
export const applyImport = act({
  about: 'import',
  input: z.strictObject({ importId: id() }),
  output: progress,
})

export const dropImport = act({
  about: 'import',
  input: z.strictObject({ importId: id() }),
  output: progress,
})

/** An empty register to fill in, with an example row and a sheet that explains each column. */
export const readTemplate = read({
  input: z.strictObject({ kind: kind() }),
  output: z.object({ fileName: z.string(), base64: z.string() }),
})

/** The problems as a .csv for whoever mends the spreadsheet. */
export const exportProblems = read({
  input: z.strictObject({ importId: id() }),
  output: z.object({ fileName: z.string(), base64: z.string() }),
})
