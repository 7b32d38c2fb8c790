import type { Role } from './roles'

/** The registers that come in as spreadsheets, and who keeps each of them. */
export const IMPORT_KINDS = {
  houses: { zh: '房屋', says: '每套房一行：楼栋、单元、室号、面积', by: ['clerk', 'manager'] },
  owners: { zh: '业主', says: '每位业主一行：房屋、姓名、电话、份额', by: ['clerk', 'manager'] },
  staff: { zh: '员工', says: '每位员工一行：姓名、电话、岗位', by: ['clerk', 'manager'] },
  feeItems: {
    zh: '收费项目',
    says: '每项一行：名称、单价、依据，写成草稿',
    by: ['clerk', 'manager'],
  },
  revenue: { zh: '收益合同', says: '每处一行：资源、合同、每季应收', by: ['committee', 'manager'] },
  meters: { zh: '表计', says: '每块表一行：表号、位置、起始读数', by: ['clerk', 'manager'] },
  openings: { zh: '期初余额', says: '每笔旧欠费或预收一行', by: ['cashier', 'manager'] },
} as const satisfies Record<string, { zh: string; says: string; by: readonly Role[] }>

export type ImportKind = keyof typeof IMPORT_KINDS
export const IMPORT_KIND_IDS = Object.keys(IMPORT_KINDS) as [ImportKind, ...ImportKind[]]

/** Which registers a role keeps. Of the others it sees neither imports nor templates: some hold names and telephones. */
export const importKindsOf = (role: Role): ImportKind[] =>
  IMPORT_KIND_IDS.filter((kind) => {
    const by: readonly Role[] = IMPORT_KINDS[kind].by
    return by.includes(role)
  })

export const IMPORT_STATES = {
  staging: { zh: '正在读取' },
  checked: { zh: '已核对，等确认' },
  applied: { zh: '已导入' },
  dropped: { zh: '已放弃' },
} as const satisfies Record<string, { zh: string }>

export type ImportState = keyof typeof IMPORT_STATES
export const IMPORT_STATE_IDS = Object.keys(IMPORT_STATES) as [ImportState, ...ImportState[]]

/** What one looks at: what is wrong, what is new, what changes. */
export const IMPORT_VIEW_IDS = ['problems', 'new', 'changed'] as const
export type ImportView = (typeof IMPORT_VIEW_IDS)[number]

export const IMPORT_LIMITS = {
  rowsMax: 20_000,
  columnsMax: 40,
  cellMax: 300,
  /** Rows read from staging in one call. */
  chunkRows: 1_000,
  pageRows: 50,
  /** Lines of the list of problems that is downloaded. */
  problemsMax: 1_000,
} as const

/** Kinds of owner, with the words of registers. */
export const OWNER_KINDS = {
  person: { zh: '个人' },
  organisation: { zh: '单位' },
  developer: { zh: '开发商' },
} as const satisfies Record<string, { zh: string }>

export type OwnerKind = keyof typeof OWNER_KINDS

/** Duties of the enterprise's own staff, with the words of personnel lists. */
export const STAFF_DUTIES = {
  manager: { zh: '项目经理' },
  clerk: { zh: '客服' },
  cashier: { zh: '收费员' },
  technician: { zh: '维修工' },
  cleaner: { zh: '保洁' },
  guard: { zh: '秩序' },
  gardener: { zh: '绿化' },
  other: { zh: '其他' },
} as const satisfies Record<string, { zh: string }>

export type StaffDuty = keyof typeof STAFF_DUTIES

/** What may stand open for a house on the first day. */
export const OPENING_SIDES = {
  arrear: { zh: '欠费' },
  prepayment: { zh: '预收' },
} as const satisfies Record<string, { zh: string }>

export const OPENING_LIMITS = {
  /** 1,000,000 yuan for one house and period. */
  amountFenMax: 100_000_000,
  /** Ten years, with leap days. */
  daysMax: 3_653,
} as const
