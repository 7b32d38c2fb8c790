import type { Role } from './roles'

/** The words of binding a person to a house or to an office. */
export const BINDING_LIMITS = {
  nameMin: 2,
  nameMax: 30,
  addressPartMax: 12,
  reasonMin: 2,
  reasonMax: 200,
  officeMax: 40,
  documentMax: 80,
  /** Applications, and codes tried, that one person may send in one day; and applications for one house. */
  triesPerDayMax: 5,
  /** Days that a claim code lives. */
  codeDays: 14,
  /** Codes that one person may hand out in one day. */
  codesPerDayMax: 200,
} as const

export const APPLICATION_STATES = {
  waiting: { zh: '等物业核对', tone: 'due' },
  approved: { zh: '已绑定', tone: 'ok' },
  refused: { zh: '没有通过', tone: 'plain' },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' }>

export type ApplicationState = keyof typeof APPLICATION_STATES
export const APPLICATION_STATE_IDS = Object.keys(APPLICATION_STATES) as [ApplicationState, ...ApplicationState[]]

/** How far an application agrees with the owner register. It fills in the clerk's page and decides nothing. */
export const REGISTER_MATCHES = {
  full: { zh: '姓名和电话都对得上', tone: 'ok' },
  name: { zh: '姓名对得上，电话对不上', tone: 'due' },
  phone: { zh: '电话对得上，姓名对不上', tone: 'due' },
  none: { zh: '和业主登记对不上', tone: 'due' },
  unregistered: { zh: '这套房还没有业主登记', tone: 'plain' },
  unknownHouse: { zh: '登记里没有这套房', tone: 'due' },
} as const satisfies Record<string, { zh: string; tone: 'plain' | 'ok' | 'due' }>

export type RegisterMatch = keyof typeof REGISTER_MATCHES
export const REGISTER_MATCH_IDS = Object.keys(REGISTER_MATCHES) as [RegisterMatch, ...RegisterMatch[]]

/** What a claim code opens. */
export const CODE_PURPOSES = {
  house: { zh: '绑定房屋' },
  office: { zh: '上岗' },
  account: { zh: '换新账号' },
} as const satisfies Record<string, { zh: string }>

export type CodePurpose = keyof typeof CODE_PURPOSES
export const CODE_PURPOSE_IDS = Object.keys(CODE_PURPOSES) as [CodePurpose, ...CodePurpose[]]

/** Why a binding ends, as the history keeps it. */
export const END_REASONS = {
  sold: { zh: '房屋已出售' },
  movedOut: { zh: '已搬走' },
  removed: { zh: '业主移除' },
  mistake: { zh: '绑定有误' },
} as const satisfies Record<string, { zh: string }>

export type EndReason = keyof typeof END_REASONS
export const END_REASON_IDS = Object.keys(END_REASONS) as [EndReason, ...EndReason[]]

/** What is changed for a person who has lost the phone or has a new number. */
export const REBINDING_KINDS = {
  account: { zh: '换微信账号' },
  phone: { zh: '换手机号' },
} as const satisfies Record<string, { zh: string }>

export type RebindingKind = keyof typeof REBINDING_KINDS
export const REBINDING_KIND_IDS = Object.keys(REBINDING_KINDS) as [RebindingKind, ...RebindingKind[]]

/** Who may appoint to which offices: each only their own side. The committee and its supervisor come with a document. */
export const APPOINTS = {
  manager: ['clerk', 'cashier', 'technician'],
  neighbourhood: ['committee', 'supervisor'],
} as const satisfies Partial<Record<Role, readonly Role[]>>

export const APPOINTABLE_IDS = [
  'clerk',
  'cashier',
  'technician',
  'committee',
  'supervisor',
] as const satisfies readonly Role[]
export type AppointableRole = (typeof APPOINTABLE_IDS)[number]

/** The kinds of owners' body that the written policies of different places know. */
export const BODY_KINDS = {
  committee: { zh: '业主委员会' },
  management: { zh: '物业管理委员会' },
  courtyard: { zh: '院落自治管理委员会' },
  district: { zh: '居住小区管理委员会' },
  environment: { zh: '环境和物业管理委员会' },
  neighbourhood: { zh: '社区居委会代行' },
} as const satisfies Record<string, { zh: string }>

export type BodyKind = keyof typeof BODY_KINDS
export const BODY_KIND_IDS = Object.keys(BODY_KINDS) as [BodyKind, ...BodyKind[]]
