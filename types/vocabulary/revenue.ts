/**
 * Where public revenue comes from (公共收益): income of what belongs to all owners, by kind of asset. The accounts, the
 * register of contracts and the comparison of expected with received all speak of these.
 */
export const REVENUE_CATEGORIES = {
  groundParking: { zh: '地面停车', asset: '例如 地面车位 46 个' },
  liftAdverts: { zh: '电梯广告', asset: '例如 轿厢广告框 12 个' },
  outdoorAdverts: { zh: '户外广告', asset: '例如 大门灯箱 2 块' },
  parcelLockers: { zh: '快递柜', asset: '例如 快递柜 2 组' },
  siteRental: { zh: '场地租赁', asset: '例如 周末水果摊' },
  sharedRooms: { zh: '共用房屋出租', asset: '例如 架空层储藏间 3 间' },
  charging: { zh: '充电桩分成', asset: '例如 电动车充电桩 20 个' },
  waterVending: { zh: '饮水机', asset: '例如 饮水机 2 台' },
  baseStation: { zh: '通信基站', asset: '例如 楼顶基站 1 座' },
  scrap: { zh: '废品', asset: '例如 可回收物' },
  other: { zh: '其他收益', asset: '写清楚是什么' },
} as const satisfies Record<string, { zh: string; asset: string }>

export type RevenueCategory = keyof typeof REVENUE_CATEGORIES
export const REVENUE_CATEGORY_IDS = Object.keys(REVENUE_CATEGORIES) as [RevenueCategory, ...RevenueCategory[]]

/** Whose income it is: everybody's, or that of the owners of one building or stair. */
export const REVENUE_SCOPES = {
  all: { zh: '全小区' },
  building: { zh: '整栋' },
  stair: { zh: '单元' },
} as const satisfies Record<string, { zh: string }>

export type RevenueScope = keyof typeof REVENUE_SCOPES
export const REVENUE_SCOPE_IDS = Object.keys(REVENUE_SCOPES) as [RevenueScope, ...RevenueScope[]]

export const REVENUE_LIMITS = {
  assetMax: 60,
  counterpartyMax: 60,
  contractNumberMax: 40,
  /** 100,000,000 yuan a quarter: more than any community earns. */
  expectedFenMax: 10_000_000_000,
} as const
