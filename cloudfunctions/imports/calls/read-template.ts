import type * as imports from '../../../types/contracts/imports'
import { IMPORT_KINDS } from '../../../types/vocabulary/register'
import type { Answer } from '../../shared/call/answer'
import { REGISTERS } from '../rules/registers'
import { writeTemplate } from '../sheet/write-template'

/** An empty register to fill in. */
export const readTemplate: Answer<typeof imports.readTemplate> = async (_given, { kind }) => ({
  fileName: `${IMPORT_KINDS[kind].zh}登记表模板.xlsx`,
  base64: (await writeTemplate(REGISTERS[kind])).toString('base64'),
})
