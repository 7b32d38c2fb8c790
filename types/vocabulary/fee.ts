import { sayPrice, sayYuan } from './money'

/** Bounds of areas, prices and trial sums, for forms and schemas alike. */
export const FEE_LIMITS = {
  /** 1,000,000 m²: more than any house. */
  area100Max: 100_000_000,
  /** 10,000 yuan per m² and month. */
  priceE4Max: 100_000_000,
  /** Ten years, with leap days. */
  quoteDaysMax: 3_653,
  itemsMax: 60,
  nameMax: 30,
  unitMax: 20,
  itemBasisMax: 80,
} as const

/** What a charge is measured by. `unit` is the usual wording of the price's unit. */
export const FEE_KINDS = {
  area: { zh: '按面积', unit: '每平方米' },
  fixed: { zh: '按户', unit: '每户' },
  space: { zh: '按车位', unit: '每个' },
  meter: { zh: '按表计量', unit: '每单位' },
  share: { zh: '按实分摊', unit: '按实分摊' },
  agency: { zh: '代收代付', unit: '加价 0 元' },
  special: { zh: '上门服务', unit: '每次' },
  deposit: { zh: '押金', unit: '可退' },
} as const satisfies Record<string, { zh: string; unit: string }>
export type FeeKind = keyof typeof FEE_KINDS
export const FEE_KIND_IDS = Object.keys(FEE_KINDS) as [FeeKind, ...FeeKind[]]

export const FEE_TIERS = {
  basic: { zh: '基础服务' },
  market: { zh: '选用服务' },
  special: { zh: '特约服务' },
} as const satisfies Record<string, { zh: string }>
export type FeeTier = keyof typeof FEE_TIERS
export const FEE_TIER_IDS = Object.keys(FEE_TIERS) as [FeeTier, ...FeeTier[]]

export const FEE_PERIODS = {
  month: { zh: '按月' },
  use: { zh: '按次' },
  once: { zh: '只收一次' },
} as const satisfies Record<string, { zh: string }>
export type FeePeriod = keyof typeof FEE_PERIODS
export const FEE_PERIOD_IDS = Object.keys(FEE_PERIODS) as [FeePeriod, ...FeePeriod[]]

/** 包干制: gain and loss are the enterprise's; 酬金制: they are the owners'. */
export const CHARGE_MODES = {
  'lump sum': { zh: '包干制' },
  remuneration: { zh: '酬金制' },
} as const satisfies Record<string, { zh: string }>
export type ChargeMode = keyof typeof CHARGE_MODES
export const CHARGE_MODE_IDS = Object.keys(CHARGE_MODES) as [ChargeMode, ...ChargeMode[]]

/** The code of 物业服务费: the same on every board, because raising it is the owners' matter. */
export const PROPERTY_SERVICE = 'property_service'

export interface FeeTemplate {
  code: string
  name: string
  kind: FeeKind
  tier: FeeTier
  per: FeePeriod
  unitWords: string
}

const template = (
  code: string,
  name: string,
  kind: FeeKind,
  tier: FeeTier,
  per: FeePeriod,
  unitWords: string,
): FeeTemplate => ({
  code,
  name,
  kind,
  tier,
  per,
  unitWords,
})

/** The usual items, so that a code means the same in every community and nobody types what everybody charges. */
export const FEE_TEMPLATES: readonly FeeTemplate[] = [
  template(PROPERTY_SERVICE, '物业服务费', 'area', 'basic', 'month', '每平方米 · 月'),
  template('shared_power', '公共用电分摊', 'share', 'basic', 'month', '按实分摊'),
  template('parking_underground', '地下车位管理费', 'space', 'market', 'month', '每个 · 月'),
  template('parking_ground', '地面停车', 'space', 'market', 'month', '每个 · 月'),
  template('fit_out_waste', '装修垃圾清运', 'area', 'market', 'once', '每平方米'),
  template('fit_out_deposit', '装修押金', 'deposit', 'market', 'once', '可退'),
  template('water_pressure', '二次供水加压', 'agency', 'market', 'month', '加价 0 元'),
  template('change_lamp', '换灯', 'special', 'special', 'use', '每次'),
  template('unblock_drain', '通下水', 'special', 'special', 'use', '每次'),
  template('change_tap', '换水龙头', 'special', 'special', 'use', '每次'),
  template('clean_air_conditioner', '空调清洗', 'special', 'special', 'use', '每台'),
  template('open_lock', '开锁', 'special', 'special', 'use', '不收费'),
]

/** Charged to every house month by month, so that adding or raising it is the owners' matter. */
export const isCommonCharge = ({ kind, per }: { kind: FeeKind; per: FeePeriod }): boolean =>
  per === 'month' && (kind === 'area' || kind === 'fixed' || kind === 'share')

/** How a board is read: what every home pays, what one pays when using it, what is passed on, what a master does at home. */
export const FEE_GROUPS = {
  common: { zh: '每月都有', tag: '基础服务' },
  chosen: { zh: '用到才付', tag: '选用服务' },
  passedOn: { zh: '代收代付，物业不加价', tag: '' },
  special: { zh: '请师傅上门，先报价，您同意再修', tag: '特约服务' },
} as const satisfies Record<string, { zh: string; tag: string }>
export type FeeGroup = keyof typeof FEE_GROUPS
export const FEE_GROUP_IDS = Object.keys(FEE_GROUPS) as FeeGroup[]

export function feeGroupOf({ kind, tier }: { kind: FeeKind; tier: FeeTier }): FeeGroup {
  if (kind === 'agency') return 'passedOn'
  if (tier === 'special') return 'special'
  return tier === 'basic' ? 'common' : 'chosen'
}

interface Price {
  kind: FeeKind
  priceE4: number
  priceMostE4?: number | null | undefined
}

/** The price as the board says it: `1.35 元`, `60–120 元`, `按实`, `不收费`. */
export function sayFee({ kind, priceE4, priceMostE4 }: Price): string {
  if (kind === 'agency' || (kind === 'share' && priceE4 === 0)) return '按实'
  if (priceE4 === 0 && !priceMostE4) return '不收费'
  if (priceMostE4 && priceMostE4 > priceE4) return `${shortPrice(priceE4)}–${shortPrice(priceMostE4)} 元`
  return `${wholePrice(priceE4)} 元`
}

/** Whole fen read with separators; a finer price keeps all its decimals. */
const wholePrice = (priceE4: number): string => (priceE4 % 100 === 0 ? sayYuan(priceE4 / 100) : sayPrice(priceE4))

/** A range reads better without `.00`. */
const shortPrice = (priceE4: number): string => wholePrice(priceE4).replace(/\.00$/, '')
