import type { Role } from './roles'

/** What a community is told at once: 通知公告. A planned outage says from when to when something is missing. */
export const ANNOUNCEMENT_KINDS = {
  notice: { zh: '通知', example: '周六上午检修单元门，请配合' },
  outage: { zh: '停水停电', example: '自来水公司检修管道，请提前储水' },
  works: { zh: '施工维护', example: '电梯年检，期间走楼梯' },
} as const satisfies Record<string, { zh: string; example: string }>

export type AnnouncementKind = keyof typeof ANNOUNCEMENT_KINDS
export const ANNOUNCEMENT_KIND_IDS = Object.keys(ANNOUNCEMENT_KINDS) as [AnnouncementKind, ...AnnouncementKind[]]

/** What a planned outage takes away for a while. */
export const OUTAGES = {
  water: { zh: '停水' },
  power: { zh: '停电' },
  gas: { zh: '停气' },
  heat: { zh: '停暖' },
  lift: { zh: '电梯停用' },
  network: { zh: '断网' },
} as const satisfies Record<string, { zh: string }>

export type Outage = keyof typeof OUTAGES
export const OUTAGE_IDS = Object.keys(OUTAGES) as [Outage, ...Outage[]]

export const ANNOUNCEMENT_STATES = {
  posted: { zh: '已贴出' },
  withdrawn: { zh: '已撤回' },
} as const satisfies Record<string, { zh: string }>

export type AnnouncementState = keyof typeof ANNOUNCEMENT_STATES
export const ANNOUNCEMENT_STATE_IDS = Object.keys(ANNOUNCEMENT_STATES) as [AnnouncementState, ...AnnouncementState[]]

export const ANNOUNCEMENT_ACTS = {
  withdraw: { zh: '撤回' },
} as const satisfies Record<string, { zh: string }>

export type AnnouncementAct = keyof typeof ANNOUNCEMENT_ACTS
export const ANNOUNCEMENT_ACT_IDS = Object.keys(ANNOUNCEMENT_ACTS) as [AnnouncementAct, ...AnnouncementAct[]]

export const ANNOUNCEMENT_LIMITS = {
  titleMin: 4,
  titleMax: 40,
  textMin: 4,
  textMax: 2000,
  reasonMin: 2,
  reasonMax: 200,
  buildingsMax: 100,
  /** A planned outage lies at most so many days ahead, and lasts at most so many. */
  aheadDaysMax: 90,
  lastsDaysMax: 30,
  /** What one community may be told in one day, so that the inbox stays worth opening. */
  perDayMax: 20,
} as const

/** In whose name an announcement stands; whoever shares the name may take it back. */
export const ANNOUNCERS = {
  clerk: 'enterprise',
  manager: 'enterprise',
  committee: 'committee',
  neighbourhood: 'neighbourhood',
} as const satisfies Partial<Record<Role, 'enterprise' | 'committee' | 'neighbourhood'>>

export type AnnouncerSide = (typeof ANNOUNCERS)[keyof typeof ANNOUNCERS]
export const ANNOUNCER_SIDE_IDS = ['enterprise', 'committee', 'neighbourhood'] as const satisfies AnnouncerSide[]

/** Whom it concerns, in words: the whole community, or its buildings by name. */
export const sayScope = (buildings: readonly string[]): string =>
  buildings.length === 0 ? '全小区' : buildings.map((building) => `${building} 栋`).join('、')
