import type { Role } from '../../../types/vocabulary/roles'
import type { Reach, RowsOf } from './rule'

/** Who may upload files at all; each purpose narrows it further (`FILE_PURPOSES`). */
const UPLOADERS = {
  clerk: 'self',
  cashier: 'self',
  manager: 'self',
  committee: 'self',
  supervisor: 'self',
  neighbourhood: 'self',
} as const satisfies Partial<Record<Role, Reach>>

export const FILES_ROWS = {
  'files.requestUpload': { does: '申请上传文件', who: UPLOADERS },
  'files.confirmUpload': { does: '确认自己上传的文件', who: UPLOADERS },
} as const satisfies RowsOf<'files'>
