import type * as imports from '../../../types/contracts/imports'
import { IMPORT_LIMITS } from '../../../types/vocabulary/register'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { cardOf } from '../import-card'
import { getImport } from '../import-store'
import { sayDifference } from '../rules/difference'
import { REGISTERS } from '../rules/registers'
import { listCompared, listProblems } from '../staging-store'

const SIZE = IMPORT_LIMITS.pageRows

/** Where the import stands, and one page of what is wrong, new or changed. */
export const readImport: Answer<typeof imports.readImport> = async ({ db, actor }, { importId, view, after }) => {
  const job = await getImport(db, actor, importId)
  const end = readEnd(after)
  if (view === 'problems') {
    const found = await listProblems(db, actor, importId, { after: end, size: SIZE + 1 })
    const page = found.slice(0, SIZE)
    const last = page.at(-1)
    return {
      ...cardOf(job),
      problems: page.map((row) => ({ rowNo: row.row_no, column: row.column_name, wrong: row.wrong, mend: row.mend })),
      rows: [],
      ...(found.length > SIZE && last && { next: `${last.row_no}_${last.place}` }),
    }
  }
  const found = await listCompared(db, actor, importId, { change: view, afterRow: end.rowNo, size: SIZE + 1 })
  const page = found.slice(0, SIZE)
  const last = page.at(-1)
  const register = REGISTERS[job.kind]
  return {
    ...cardOf(job),
    problems: [],
    rows: page.map(({ row_no, facts, before }) => ({
      rowNo: row_no,
      title: register.titleOf(facts),
      facts: sayDifference(register, facts, before ?? undefined),
    })),
    ...(found.length > SIZE && last && { next: `${last.row_no}_0` }),
  }
}

/** The row and column where the page before ended; throws INVALID_INPUT for anything that was never a cursor. */
function readEnd(after: string | undefined): { rowNo: number; place: number } {
  if (after === undefined) return { rowNo: 0, place: 0 }
  const parts = /^(\d{1,7})_(\d{1,4})$/.exec(after)
  if (!parts) throw new AppError('INVALID_INPUT', { fields: [{ path: 'after', message: '翻页位置不对，请从头刷新' }] })
  return { rowNo: Number(parts[1]), place: Number(parts[2]) }
}
