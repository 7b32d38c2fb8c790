import type { Role } from './roles'

/** What a file may be uploaded for, which kinds of file each purpose takes, and who may upload it. */
export const FILE_PURPOSES = {
  register: {
    zh: '登记表',
    extensions: ['xlsx', 'csv'],
    sizeMax: 5 * 1024 * 1024,
    by: ['clerk', 'cashier', 'manager', 'committee'],
  },
  document: {
    zh: '文件',
    extensions: ['pdf', 'jpg', 'jpeg', 'png'],
    sizeMax: 5 * 1024 * 1024,
    by: ['clerk', 'cashier', 'manager', 'committee', 'supervisor', 'neighbourhood'],
  },
  /** What is broken, by whoever lives there; sent by the phone already small, and kept without what a camera writes into it. */
  repairPhoto: {
    zh: '报修照片',
    extensions: ['jpg', 'jpeg', 'png'],
    sizeMax: 4 * 1024 * 1024,
    by: ['owner', 'family', 'tenant'],
  },
  /** What was done, by the technician. */
  workPhoto: {
    zh: '完工照片',
    extensions: ['jpg', 'jpeg', 'png'],
    sizeMax: 4 * 1024 * 1024,
    by: ['technician'],
  },
  voucher: {
    zh: '凭证原件',
    extensions: ['jpg', 'jpeg', 'png', 'pdf'],
    sizeMax: 5 * 1024 * 1024,
    by: ['committee', 'manager'],
  },
  redactedVoucher: {
    zh: '遮挡后的凭证',
    extensions: ['jpg', 'jpeg', 'png', 'pdf'],
    sizeMax: 5 * 1024 * 1024,
    by: ['committee', 'manager'],
  },
} as const satisfies Record<string, { zh: string; extensions: readonly string[]; sizeMax: number; by: readonly Role[] }>

export type FilePurpose = keyof typeof FILE_PURPOSES

/** Pictures: they are kept without what a camera writes beside them. */
export const PHOTO_PURPOSES: readonly FilePurpose[] = ['repairPhoto', 'workPhoto']

/**
 * Records of a community that files hang on. A file opens with its record: whoever may read the one may open the other.
 * `published` records are read by anyone.
 */
export const FILE_RECORDS = {
  boardDraft: { zh: '收费公示草稿' },
  /** An entry of the accounts for whoever keeps or checks them: originals and redacted copies. */
  entry: { zh: '一笔账' },
  /** An entry of a published quarter, for everyone of the community: redacted copies alone. */
  publishedEntry: { zh: '公布了的一笔账' },
  statement: { zh: '季度公示' },
  publishedStatement: { zh: '公布了的季度公示' },
  repair: { zh: '工单' },
} as const satisfies Record<string, { zh: string }>
export type FileRecord = keyof typeof FILE_RECORDS
export const FILE_RECORD_IDS = Object.keys(FILE_RECORDS) as [FileRecord, ...FileRecord[]]

export const PUBLISHED_FILE_RECORDS = {
  postedBoard: { zh: '贴出的收费公示' },
} as const satisfies Record<string, { zh: string }>
export type PublishedFileRecord = keyof typeof PUBLISHED_FILE_RECORDS
export const PUBLISHED_FILE_RECORD_IDS = Object.keys(PUBLISHED_FILE_RECORDS) as [
  PublishedFileRecord,
  ...PublishedFileRecord[],
]

/** `leaving`: nobody attached it within its day; `removed`: the storage has it no longer. */
export const FILE_STATE_IDS = ['ticketed', 'checked', 'refused', 'leaving', 'removed'] as const

export const FILE_LIMITS = {
  nameMax: 120,
  sizeMax: 5 * 1024 * 1024,
  ticketMinutes: 10,
  /** How long a link to open a file lives. */
  linkMinutes: 5,
  /** Tickets of one person on one business day. */
  ticketsPerDayMax: 60,
} as const

/** The ending of a file's name in small letters, without the dot; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** What is wrong with a file that somebody chose, in words for that person; undefined when it may go up. */
export function problemOfChoice(purpose: FilePurpose, file: { name: string; sizeBytes: number }): string | undefined {
  const { extensions, sizeMax }: { extensions: readonly string[]; sizeMax: number } = FILE_PURPOSES[purpose]
  const extension = extensionOf(file.name)
  if (!extensions.includes(extension)) {
    const taken = extensions.map((each) => `.${each}`).join('、')
    return `这里只收 ${taken}，您选的是${extension ? ` .${extension}` : '没有后缀的文件'}，请另存为 ${taken} 再传`
  }
  if (file.sizeBytes <= 0) return '文件是空的，请另选一个'
  if (file.sizeBytes > sizeMax) return `文件太大，最多 ${sizeMax / 1024 / 1024} MB，请分成几份再传`
  return undefined
}
