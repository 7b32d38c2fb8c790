/** The registers that come in as spreadsheets. */
export const IMPORT_KINDS = {
  houses: { zh: '房屋', says: '每套房一行：楼栋、单元、室号、面积' },
  owners: { zh: '业主', says: '每位业主一行：房屋、姓名、电话、份额' },
  staff: { zh: '员工', says: '每位员工一行：姓名、电话、岗位' },
} as const satisfies Record<string, { zh: string; says: string }>

export type ImportKind = keyof typeof IMPORT_KINDS
export const IMPORT_KIND_IDS = Object.keys(IMPORT_KINDS) as [ImportKind, ...ImportKind[]]

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
