import { ROLE_IDS, type Role } from '../../../types/vocabulary/roles'
import type { Reach, RowsOf } from './rule'

/** Who may upload files at all; each purpose narrows it further (`FILE_PURPOSES`). */
const UPLOADERS = {
  owner: 'self',
  family: 'self',
  tenant: 'self',
  technician: 'self',
  clerk: 'self',
  cashier: 'self',
  manager: 'self',
  committee: 'self',
  supervisor: 'self',
  neighbourhood: 'self',
} as const satisfies Partial<Record<Role, Reach>>

const EVERY_SEAT = Object.fromEntries(ROLE_IDS.map((role) => [role, 'its record'])) as Record<Role, 'its record'>

export const FILES_ROWS = {
  'files.requestUpload': { does: '申请上传文件', who: UPLOADERS },
  'files.confirmUpload': { does: '确认自己上传的文件', who: UPLOADERS },
  'files.linkFile': { does: '打开自己能看的记录里的文件', who: EVERY_SEAT },
  'files.linkPublishedFile': { does: '打开公示里的文件', who: { everyone: 'everyone' } },
} as const satisfies RowsOf<'files'>
