/** The roles a person may act in, with their words. A seat is one role held by one person in one community. */
export const ROLES = {
  owner: { zh: '业主', desk: 'resident' },
  family: { zh: '家属', desk: 'resident' },
  tenant: { zh: '租户', desk: 'resident' },
  building_head: { zh: '楼长', desk: 'resident' },
  technician: { zh: '维修工', desk: 'technician' },
  clerk: { zh: '客服', desk: 'staff' },
  cashier: { zh: '收费员', desk: 'staff' },
  manager: { zh: '项目经理', desk: 'staff' },
  committee: { zh: '业委会', desk: 'committee' },
  supervisor: { zh: '监督人', desk: 'committee' },
  neighbourhood: { zh: '社区', desk: 'street' },
  street: { zh: '街道', desk: 'street' },
  bureau: { zh: '住建局', desk: 'street' },
  assessor: { zh: '第三方', desk: 'street' },
} as const satisfies Record<string, { zh: string; desk: string }>

export type Role = keyof typeof ROLES
/** Which of the five home pages a role opens on. */
export type Desk = (typeof ROLES)[Role]['desk']

export const ROLE_IDS = Object.keys(ROLES) as [Role, ...Role[]]

/** Roles that come with a house; all others come with an office. */
export const HOUSE_ROLES = ['owner', 'family', 'tenant'] as const satisfies readonly Role[]
