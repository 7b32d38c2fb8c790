import type * as imports from '../../../types/contracts/imports'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { progressOf } from '../import-card'
import { endImport, getImport, lockImport } from '../import-store'

/** Gives an import up; the register stays as it is. */
export const dropImport: Answer<typeof imports.dropImport> = async ({ db, actor, now }, { importId }) => {
  const job = await lockImport(db, actor, importId)
  if (job.state !== 'staging' && job.state !== 'checked') throw new AppError('WRONG_STATE')
  await endImport(db, actor, importId, 'dropped', now)
  return progressOf(await getImport(db, actor, importId))
}
