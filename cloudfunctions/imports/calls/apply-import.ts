import type * as imports from '../../../types/contracts/imports'
import { businessDate } from '../../../types/vocabulary/dates'
import type { ImportKind } from '../../../types/vocabulary/register'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import type { Db } from '../../shared/db/db'
import type { Actor } from '../../shared/policy/actor'
import { countShifted, joinByHash } from '../compare-store'
import { applyHouses } from '../house-register-store'
import { progressOf } from '../import-card'
import { endImport, getImport, lockImport } from '../import-store'
import { followOwners } from '../follow-owners-store'
import { applyOwners } from '../owner-register-store'
import { applyStaff } from '../staff-register-store'

const APPLY: Record<ImportKind, (db: Db, actor: Actor, importId: string, today: string) => Promise<void>> = {
  houses: applyHouses,
  owners: applyOwners,
  staff: applyStaff,
}

/** Brings the register to what was shown: all rows or none, and only what was shown. */
export const applyImport: Answer<typeof imports.applyImport> = async ({ db, actor, now }, { importId }) => {
  const job = await lockImport(db, actor, importId)
  if (job.state === 'staging') throw new AppError('IMPORT_NOT_CHECKED')
  if (job.state !== 'checked') throw new AppError('WRONG_STATE')
  if (job.wrong_count > 0) throw new AppError('IMPORT_HAS_PROBLEMS')
  await joinByHash(db)
  if ((await countShifted(db, actor, importId, job.kind)) > 0) throw new AppError('IMPORT_REGISTER_CHANGED')
  await APPLY[job.kind](db, actor, importId, businessDate(now))
  if (job.kind === 'owners') await followOwners(db, actor, now)
  await endImport(db, actor, importId, 'applied', now)
  return progressOf(await getImport(db, actor, importId))
}
