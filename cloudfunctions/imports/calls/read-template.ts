import type * as imports from '../../../types/contracts/imports'
import { IMPORT_KINDS, importKindsOf } from '../../../types/vocabulary/register'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { REGISTERS } from '../rules/registers'
import { writeTemplate } from '../sheet/write-template'

/** An empty register to fill in. */
export const readTemplate: Answer<typeof imports.readTemplate> = async ({ actor }, { kind }) => {
  if (!importKindsOf(actor.role).includes(kind)) throw new AppError('NOT_ALLOWED')
  return {
    fileName: `${IMPORT_KINDS[kind].zh}登记表模板.xlsx`,
    base64: (await writeTemplate(REGISTERS[kind])).toString('base64'),
  }
}
