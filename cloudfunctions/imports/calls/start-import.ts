import type * as imports from '../../../types/contracts/imports'
import { businessDate } from '../../../types/vocabulary/dates'
import { IMPORT_KINDS, importKindsOf } from '../../../types/vocabulary/register'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { newId } from '../../shared/db/ids'
import { getOwnFile } from '../../shared/files/file-store'
import { progressOf } from '../import-card'
import { getImport, insertImport } from '../import-store'
import { REGISTER_STORES } from '../register-stores'
import { placesOf } from '../rules/header'
import { REGISTERS } from '../rules/registers'
import { sealCells } from '../seal'
import { readRegister } from '../sheet/read-sheet'
import { unreadable } from '../sheet/unreadable'
import { takeBytes } from '../storage'

/** Reads a file into staging as it stands; what its rows mean is asked chunk by chunk, so that a kill loses little. */
export const startImport: Answer<typeof imports.startImport> = async ({ db, actor, now }, { fileId, kind }) => {
  if (!importKindsOf(actor.role).includes(kind)) throw new AppError('NOT_ALLOWED')
  await REGISTER_STORES[kind].ensureReady?.(db, actor, businessDate(now))
  const file = await getOwnFile(db, actor, fileId, 'register')
  const sheet = await readRegister(file.name, await takeBytes(file))
  const register = REGISTERS[kind]
  const found = placesOf(register.columns, sheet.header)
  if ('wrong' in found) throw unreadable(`这张表不像${IMPORT_KINDS[kind].zh}登记表：${found.wrong}`)
  const rows = sheet.rows.map(({ rowNo, cells }) => ({
    rowNo,
    cells: sealCells(
      register,
      found.places.map((place) => (place === undefined ? '' : (cells[place] ?? ''))),
      actor.communityId,
    ),
  }))
  const importId = newId()
  await insertImport(db, actor, { importId, kind, fileId, fileName: file.name, rows, at: now })
  return progressOf(await getImport(db, actor, importId))
}
