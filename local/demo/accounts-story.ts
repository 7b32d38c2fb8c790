import type { RevenueCategory } from '../../types/vocabulary/revenue'
import type { EntryCategory, EntryKind } from '../../types/vocabulary/statement'
import type { VoucherId } from './voucher-papers'

/** An entry of the story: on which day of its quarter (counted from 0), how much, and with which voucher. */
export interface StoryEntry {
  day: number
  kind: Exclude<EntryKind, 'opening'>
  category: EntryCategory
  yuan: number
  words: string
  voucher?: VoucherId
}

export interface StoryQuarter {
  entries: readonly StoryEntry[]
  gaps: Partial<Record<RevenueCategory, string>>
}

const income = (
  day: number,
  category: RevenueCategory,
  yuan: number,
  words: string,
  voucher?: VoucherId,
): StoryEntry => ({
  day,
  kind: 'income',
  category,
  yuan,
  words,
  ...(voucher && { voucher }),
})
const spent = (
  day: number,
  kind: 'cost' | 'committee',
  [category, words, yuan]: [EntryCategory, string, number],
  voucher?: VoucherId,
): StoryEntry => ({ day, kind, category, yuan, words, ...(voucher && { voucher }) })

const parking = (months: readonly [number, number, number]): StoryEntry[] =>
  months.map((yuan, month) =>
    income(27 + month * 30, 'groundParking', yuan, `第 ${month + 1} 个月地面车位月租`, 'parking'),
  )

const STEADY: StoryEntry[] = [
  income(9, 'liftAdverts', 7_200, '电梯广告一季', 'adverts'),
  income(14, 'baseStation', 4_500, '通信基站一季', 'station'),
  income(20, 'parcelLockers', 3_600, '快递柜两组', 'lockers'),
  income(24, 'siteRental', 2_600, '周末水果摊场地', 'site'),
  income(70, 'charging', 3_150, '充电桩分成', 'charging'),
  income(75, 'waterVending', 900, '饮水机两台'),
]

/** The last full quarter of 锦绣花园: 41,600.00 in, 8,122.50 of costs, 3,374.00 of expenses, 1,650.00 that did not come. */
export const LATE_QUARTER: StoryQuarter = {
  entries: [
    ...parking([6_600, 6_450, 6_600]),
    ...STEADY,
    spent(66, 'cost', ['upkeep', '46 个车位重画线', 2_400], 'upkeep'),
    spent(78, 'cost', ['energy', '充电桩电费', 1_980], 'energy'),
    spent(80, 'cost', ['tax', '增值税和附加', 742.5], 'tax'),
    spent(85, 'cost', ['collection', '停车收费员补贴三个月', 3_000], 'collection'),
    spent(40, 'committee', ['printing', '公示和通知打印', 218], 'printing'),
    spent(46, 'committee', ['meeting', '开放接待日茶水', 156], 'meeting'),
    spent(60, 'committee', ['audit', '年度审计定金', 3_000], 'audit'),
  ],
  gaps: {
    groundParking: '7 笔月租没到账，收费员已经逐户打过电话，下季补收。',
    scrap: '回收站这一季没有来结算，已经发函催要合同写明的 600 元。',
  },
}

const earlier = (months: readonly [number, number, number], costs: StoryEntry[]): StoryQuarter => ({
  entries: [...parking(months), ...STEADY, income(82, 'scrap', 600, '可回收物结算'), ...costs],
  gaps: { groundParking: '有车位退租，新租户下月开始交。' },
})

/** The quarters before it, the oldest first; each published in time. */
export const EARLIER_QUARTERS: readonly StoryQuarter[] = [
  earlier(
    [6_300, 6_300, 6_450],
    [
      spent(78, 'cost', ['energy', '充电桩电费', 1_640], 'energy'),
      spent(80, 'cost', ['tax', '增值税和附加', 742.5], 'tax'),
      spent(85, 'cost', ['collection', '停车收费员补贴三个月', 3_000], 'collection'),
      spent(30, 'committee', ['printing', '业主大会通知打印', 460], 'printing'),
    ],
  ),
  earlier(
    [6_450, 6_300, 6_600],
    [
      spent(35, 'cost', ['upkeep', '道闸抬杆更换', 3_860], 'upkeep'),
      spent(78, 'cost', ['energy', '充电桩电费', 1_720], 'energy'),
      spent(80, 'cost', ['tax', '增值税和附加', 742.5], 'tax'),
      spent(85, 'cost', ['collection', '停车收费员补贴三个月', 3_000], 'collection'),
    ],
  ),
  earlier(
    [6_600, 6_600, 6_450],
    [
      spent(78, 'cost', ['energy', '充电桩电费', 2_210], 'energy'),
      spent(80, 'cost', ['tax', '增值税和附加', 742.5], 'tax'),
      spent(85, 'cost', ['collection', '停车收费员补贴三个月', 3_000], 'collection'),
      spent(50, 'committee', ['meeting', '议事会茶水', 128], 'meeting'),
    ],
  ),
]

/** The quarter that runs, as far as it is: one spending still waits for its voucher. */
export const RUNNING_QUARTER: readonly StoryEntry[] = [
  income(9, 'liftAdverts', 7_200, '电梯广告一季', 'adverts'),
  income(14, 'baseStation', 4_500, '通信基站一季', 'station'),
  income(27, 'groundParking', 6_450, '第 1 个月地面车位月租', 'parking'),
  spent(30, 'cost', ['energy', '充电桩电费', 655], 'energy'),
  spent(33, 'committee', ['printing', '公示栏海报打印', 96]),
]

/** 红旗里 earns little, and its 物管会 keeps the same books. */
export const HONGQI_QUARTER: StoryQuarter = {
  entries: [
    income(27, 'groundParking', 1_800, '第 1 个月地面车位月租', 'parking'),
    income(57, 'groundParking', 1_700, '第 2 个月地面车位月租', 'parking'),
    income(87, 'groundParking', 1_800, '第 3 个月地面车位月租', 'parking'),
    income(14, 'baseStation', 3_000, '通信基站一季', 'station'),
    income(20, 'parcelLockers', 1_200, '快递柜一组', 'lockers'),
    income(82, 'scrap', 300, '可回收物结算'),
    spent(66, 'cost', ['upkeep', '院内路灯维修', 860], 'upkeep'),
    spent(80, 'cost', ['tax', '增值税和附加', 280], 'tax'),
    spent(40, 'committee', ['printing', '通知打印', 64], 'printing'),
  ],
  gaps: { groundParking: '一个车位停租一个月，已经重新租出。' },
}
