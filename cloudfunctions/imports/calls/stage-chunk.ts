import type * as imports from '../../../types/contracts/imports'
import { businessDate } from '../../../types/vocabulary/dates'
import { IMPORT_LIMITS } from '../../../types/vocabulary/register'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { compareRows } from '../compare-store'
import { progressOf } from '../import-card'
import { getImport, lockImport } from '../import-store'
import { readRow } from '../rules/read-row'
import { REGISTERS } from '../rules/registers'
import { listUnread, saveCounts, saveReadings } from '../staging-store'

/** Understands the next rows; when none is left, compares all of them with the register as it stands. */
export const stageChunk: Answer<typeof imports.stageChunk> = async ({ db, actor, now }, { importId }) => {
  const job = await lockImport(db, actor, importId)
  if (job.state !== 'staging' && job.state !== 'checked') throw new AppError('WRONG_STATE')
  const rows = await listUnread(db, actor, importId, { from: job.staged_count, size: IMPORT_LIMITS.chunkRows })
  const readings = rows.map((row) => ({ rowNo: row.row_no, ...readRow(REGISTERS[job.kind], row.cells) }))
  if (readings.length > 0) await saveReadings(db, actor, importId, readings)
  if (job.staged_count + readings.length >= job.row_count) {
    await compareRows(db, actor, { importId, kind: job.kind, today: businessDate(now) })
    await saveCounts(db, actor, importId)
  }
  return progressOf(await getImport(db, actor, importId))
}
