import type * as imports from '../../../types/contracts/imports'
import { IMPORT_LIMITS } from '../../../types/vocabulary/register'
import type { Answer } from '../../shared/call/answer'
import { getImport } from '../import-store'
import { writeCsv } from '../sheet/write-csv'
import { listProblems } from '../staging-store'

/** The problems as a list for whoever mends the spreadsheet. */
export const exportProblems: Answer<typeof imports.exportProblems> = async ({ db, actor }, { importId }) => {
  const job = await getImport(db, actor, importId)
  const problems = await listProblems(db, actor, importId, {
    after: { rowNo: 0, place: 0 },
    size: IMPORT_LIMITS.problemsMax,
  })
  const lines = problems.map((row) => [String(row.row_no), row.column_name, row.wrong, row.mend])
  return {
    fileName: `${job.file_name.replace(/\.[^.]*$/, '')}-错误清单.csv`,
    base64: writeCsv([['行号', '列', '哪里不对', '怎么改'], ...lines]).toString('base64'),
  }
}
