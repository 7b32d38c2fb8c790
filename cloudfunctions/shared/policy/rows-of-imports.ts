import type { Role } from '../../../types/vocabulary/roles'
import type { Reach, RowsOf } from './rule'

/** Who keeps registers at all; each kind narrows it further (`IMPORT_KINDS`): the committee keeps the revenue contracts alone. */
const REGISTRARS = { clerk: 'community', cashier: 'community', manager: 'community', committee: 'community' } as const satisfies Partial<
  Record<Role, Reach>
>

export const IMPORTS_ROWS = {
  'imports.startImport': { does: '导入登记表', who: REGISTRARS },
  'imports.stageChunk': { does: '核对登记表', who: REGISTRARS },
  'imports.listImports': { does: '看导入记录', who: REGISTRARS },
  'imports.readImport': { does: '看登记表的差异和错误', who: REGISTRARS },
  'imports.applyImport': { does: '确认导入登记表', who: REGISTRARS },
  'imports.dropImport': { does: '放弃一次导入', who: REGISTRARS },
  'imports.readTemplate': { does: '下载登记表模板', who: { clerk: 'self', cashier: 'self', manager: 'self', committee: 'self' } },
  'imports.exportProblems': { does: '下载登记表的错误清单', who: REGISTRARS },
} as const satisfies RowsOf<'imports'>
