import type * as imports from '../../../types/contracts/imports'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { countShifted, joinByHash } from '../compare-store'
import { progressOf } from '../import-card'
import { endImport, getImport, lockImport } from '../import-store'
import { REGISTER_STORES } from '../register-stores'

/** Brings the register to what was shown: all rows or none, and only what was shown. */
export const applyImport: Answer<typeof imports.applyImport> = async ({ db, actor, now }, { importId }) => {
  const job = await lockImport(db, actor, importId)
  if (job.state === 'staging') throw new AppError('IMPORT_NOT_CHECKED')
  if (job.state !== 'checked') throw new AppError('WRONG_STATE')
  if (job.wrong_count > 0) throw new AppError('IMPORT_HAS_PROBLEMS')
  await joinByHash(db)
  if ((await countShifted(db, actor, importId, job.kind)) > 0) throw new AppError('IMPORT_REGISTER_CHANGED')
  await REGISTER_STORES[job.kind].apply(db, actor, importId, { now, today: businessDate(now) })
  await endImport(db, actor, importId, 'applied', now)
  return progressOf(await getImport(db, actor, importId))
}
