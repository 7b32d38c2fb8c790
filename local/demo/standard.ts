import type {
  FoundingGuidePrices,
  FoundingPromise,
  FoundingStandard,
} from '../../cloudfunctions/shared/founding/founding'

/** One line of the standard, the same clause in each grade: what 一级, 二级 and 三级 promise under it. */
interface Clause {
  dimension: string
  clauseNo: string
  words: [string, string, string]
  /** The clock and its minutes, where the clause names a time; counted by day and night. */
  promises?: {
    repairs: 'urgent' | 'general'
    clock: 'take' | 'arrive' | 'finish'
    minutes: [number | undefined, number | undefined, number | undefined]
  }
}

const HOUR = 60

/**
 * A standard for demonstration alone, after the headings of the trade association's grades of 2004. Its numbers are
 * examples; a real city's standard comes as data with its own clauses and minutes.
 */
const CLAUSES: Clause[] = [
  {
    dimension: '基本要求',
    clauseNo: '1.1',
    words: ['服务电话 24 小时有人接', '服务电话每天 16 小时有人接', '服务电话每天 8 小时有人接'],
  },
  {
    dimension: '基本要求',
    clauseNo: '1.2',
    words: [
      '每年至少征求一次意见，满意率 80% 以上',
      '每年至少征求一次意见，满意率 75% 以上',
      '每年至少征求一次意见，满意率 70% 以上',
    ],
  },
  {
    dimension: '维修',
    clauseNo: '2.1',
    words: ['急修 30 分钟内到场', '急修 60 分钟内到场', '急修按约定时间到场'],
    promises: { repairs: 'urgent', clock: 'arrive', minutes: [30, 60, undefined] },
  },
  {
    dimension: '维修',
    clauseNo: '2.2',
    words: ['其他报修 12 小时内到场', '其他报修 24 小时内到场', '其他报修按约定时间到场'],
    promises: { repairs: 'general', clock: 'arrive', minutes: [12 * HOUR, 24 * HOUR, undefined] },
  },
  {
    dimension: '维修',
    clauseNo: '2.3',
    words: ['其他报修 24 小时内修好', '其他报修 48 小时内修好', '其他报修 5 天内修好'],
    promises: { repairs: 'general', clock: 'finish', minutes: [24 * HOUR, 48 * HOUR, 120 * HOUR] },
  },
  {
    dimension: '维修',
    clauseNo: '2.4',
    words: ['有完整的维修和回访记录', '有维修和回访记录', '有维修记录'],
  },
  {
    dimension: '房屋管理',
    clauseNo: '3.1',
    words: ['共用门窗每天巡查一次', '共用门窗每 3 天巡查一次', '共用门窗每周巡查一次'],
  },
  {
    dimension: '公共秩序',
    clauseNo: '4.1',
    words: ['重点部位每 1 小时巡查一次', '重点部位每 2 小时巡查一次', '重点部位每 3 小时巡查一次'],
  },
  {
    dimension: '设施设备',
    clauseNo: '5.1',
    words: ['电梯 24 小时运行', '电梯 6:00–24:00 运行', '电梯 6:00–24:00 运行'],
  },
  {
    dimension: '设施设备',
    clauseNo: '5.2',
    words: ['路灯完好率 95% 以上', '路灯完好率 90% 以上', '路灯完好率 80% 以上'],
  },
  {
    dimension: '保洁',
    clauseNo: '6.1',
    words: ['楼道每天清扫一次', '楼道每 2 天清扫一次', '楼道每周清扫一次'],
  },
  {
    dimension: '绿化养护',
    clauseNo: '7.1',
    words: ['草坪每年修剪 8 次以上', '草坪每年修剪 6 次以上', '草坪每年修剪 4 次以上'],
  },
]

/** What the grade at this place, counted from the best, promises. */
const promisesOf = (grade: 0 | 1 | 2): FoundingPromise[] =>
  CLAUSES.map(({ dimension, clauseNo, words, promises }) => {
    const minutes = promises?.minutes[grade]
    const timed = promises && minutes !== undefined && { clock: promises.clock, repairs: promises.repairs, minutes }
    return { dimension, clauseNo, words: words[grade], ...(timed && { ...timed, calendar: 'always' as const }) }
  })

export const DEMO_STANDARD: FoundingStandard = {
  standardId: 'demo',
  name: '示例标准',
  grades: [
    { code: '一级', rank: 3, promises: promisesOf(0) },
    { code: '二级', rank: 2, promises: promisesOf(1) },
    { code: '三级', rank: 1, promises: promisesOf(2) },
  ],
}

/** Guide prices for demonstration: no real city's, and they say so wherever they are shown. */
export const DEMO_GUIDE_PRICES: FoundingGuidePrices = {
  document: '示例市物业服务收费指导价（示例价格）',
  fromOn: '2024-01-01',
  floatPercent: 20,
  prices: [
    { gradeCode: '一级', withLiftE4: 18_000, withoutLiftE4: 12_000 },
    { gradeCode: '二级', withLiftE4: 13_500, withoutLiftE4: 9_000 },
    { gradeCode: '三级', withLiftE4: 9_000, withoutLiftE4: 6_500 },
  ],
}
