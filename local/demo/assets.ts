/**
 * The contracts of public revenue, the meters of the common parts and what stood open before the bills came here, as the two
 * demo communities would keep them. Names and sums are invented; no asset of 红旗里 earns much, like in any old community.
 */

const REVENUE_TITLES = '类别 资源 对方 合同编号 开始日期 结束日期 每季应收 归属 楼栋 单元'.split(' ')

/** One contract that runs from 2025 on and belongs to all owners. */
const forAll = (
  category: string,
  asset: string,
  counterparty: string,
  contract: string,
  yuanPerQuarter: string,
): string[] => [category, asset, counterparty, contract, '2025-01-01', '', yuanPerQuarter, '全小区', '', '']

/** 46 spaces × 150 × 3, 12 frames × 200 × 3, 2 lockers × 1,800; Σ 43,250.00 yuan a quarter. */
export const JINXIU_REVENUE: string[][] = [
  REVENUE_TITLES,
  forAll('地面停车', '地面车位 46 个', '停车业主', '无', '20700'),
  forAll('电梯广告', '轿厢广告框 12 个', '示例梯内传媒', 'SY-2025-01', '7200'),
  forAll('快递柜', '快递柜 2 组', '示例智能柜公司', 'SY-2025-02', '3600'),
  forAll('场地租赁', '周末水果摊', '示例果蔬合作社', 'SY-2025-03', '2600'),
  forAll('充电桩分成', '电动车充电桩 20 个', '示例充电公司', 'SY-2025-04', '3150'),
  forAll('饮水机', '饮水机 2 台', '示例饮水公司', 'SY-2025-05', '900'),
  forAll('通信基站', '楼顶基站 1 座', '示例通信铁塔', 'SY-2025-06', '4500'),
  forAll('废品', '可回收物', '示例再生资源站', 'SY-2025-07', '600'),
]

export const HONGQI_REVENUE: string[][] = [
  REVENUE_TITLES,
  forAll('地面停车', '地面车位 18 个', '停车业主', '无', '5400'),
  forAll('快递柜', '快递柜 1 组', '示例智能柜公司', 'HQ-2025-01', '1200'),
  forAll('通信基站', '楼顶基站 1 座', '示例通信铁塔', 'HQ-2025-02', '3000'),
  forAll('废品', '可回收物', '示例再生资源站', 'HQ-2025-03', '300'),
]

const METER_TITLES = '类型 表号 楼栋 单元 室号 位置 倍率 起始读数 读数日期'.split(' ')

const common = (utility: string, serial: string, place: string, multiplier: string, reading: string): string[] => [
  utility,
  serial,
  '',
  '',
  '',
  place,
  multiplier,
  reading,
  '2025-01-01',
]

export const JINXIU_METERS: string[][] = [
  METER_TITLES,
  common('电', 'JX-D-001', '1 栋电梯和楼道', '40', '1024.5'),
  common('电', 'JX-D-002', '2 栋电梯和楼道', '40', '988.25'),
  common('电', 'JX-D-003', '3 栋电梯和楼道', '40', '1101'),
  common('电', 'JX-D-004', '地下车库', '60', '2310.75'),
  common('电', 'JX-D-005', '电动车充电桩', '', '5120.3'),
  common('水', 'JX-S-001', '二次供水泵房', '', '31870'),
  common('水', 'JX-S-002', '绿化', '', '4205.5'),
]

export const HONGQI_METERS: string[][] = [
  METER_TITLES,
  common('电', 'HQ-D-001', '院内路灯', '', '7433.2'),
  common('电', 'HQ-D-002', '楼道灯', '', '12066'),
  common('水', 'HQ-S-001', '保洁和绿化', '', '880.5'),
]

const OPENING_TITLES = '楼栋 单元 室号 类别 收费项目 开始日期 结束日期 应付日期 金额'.split(' ')

/** A quarter of 2025 that a house did not pay. */
const owed = (address: string, quarter: 3 | 4, yuan: string): string[] => [
  ...address.split('-'),
  '欠费',
  '物业服务费',
  ...(quarter === 3 ? ['2025-07-01', '2025-09-30', '2025-10-31'] : ['2025-10-01', '2025-12-31', '2026-01-31']),
  yuan,
]
const paidAhead = (address: string, yuan: string): string[] => [...address.split('-'), '预收', '', '', '', '', yuan]

/** 120.83 and 162.41 a month, three months each; 1-1-1102 had paid a year ahead. */
export const JINXIU_OPENINGS: string[][] = [
  OPENING_TITLES,
  owed('2-1-0302', 3, '487.23'),
  owed('2-1-0302', 4, '487.23'),
  owed('1-2-1501', 4, '362.49'),
  owed('3-1-0501', 4, '362.49'),
  paidAhead('1-1-1102', '1948.92'),
]

/** 39.13 and 49.04 a month. */
export const HONGQI_OPENINGS: string[][] = [
  OPENING_TITLES,
  owed('2-3-0401', 4, '117.39'),
  owed('5-1-0602', 3, '147.12'),
  owed('5-1-0602', 4, '147.12'),
  paidAhead('1-1-0101', '117.39'),
]
