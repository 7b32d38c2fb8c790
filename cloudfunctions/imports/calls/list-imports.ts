import type * as imports from '../../../types/contracts/imports'
import type { Answer } from '../../shared/call/answer'
import { cardOf } from '../import-card'
import { listImports as listRows } from '../import-store'

/** The latest imports of this community; an interrupted one can go on from here. */
export const listImports: Answer<typeof imports.listImports> = async ({ db, actor }) => ({
  imports: (await listRows(db, actor)).map(cardOf),
})
