/** A voucher of the demonstration: what stands on it, and which of it names a person or an account. */
export interface VoucherPaper {
  title: string
  number: string
  rows: readonly (readonly [name: string, value: string, isPrivate?: boolean])[]
  sum: string
  seal: string
}

const transfer = (from: string, what: string, number: string, sum: string): VoucherPaper => ({
  title: '银行电子回单',
  number,
  rows: [
    ['付款人', from],
    ['付款账号', '6200 1234 5678 9012 345', true],
    ['收款人', '业主共有资金户'],
    ['收款账号', '1001 8899 0000 4321 765', true],
    ['用途', what],
  ],
  sum,
  seal: '示例银行',
})

const invoice = (seller: string, what: string, number: string, sum: string): VoucherPaper => ({
  title: '电子发票',
  number,
  rows: [
    ['购买方', '业主委员会'],
    ['销售方', seller],
    ['项目', what],
    ['开票人', '李示例', true],
    ['联系电话', '130 0000 1234', true],
  ],
  sum,
  seal: seller,
})

export const VOUCHERS = {
  parking: {
    title: '停车费收款汇总',
    number: 'TC-0007',
    rows: [
      ['时间', '本季，按月收取'],
      ['车位', '地面 46 个'],
      ['缴费人', '示例甲、示例乙 等 46 人', true],
      ['车牌', '示A·00123 等', true],
      ['经手人', '示例收费员', true],
    ],
    sum: '见汇总',
    seal: '收款',
  },
  adverts: transfer('示例梯内传媒', '电梯轿厢广告费', 'HD-11027', '7,200.00'),
  lockers: transfer('示例智能柜公司', '快递柜场地费', 'HD-11044', '3,600.00'),
  site: transfer('示例果蔬合作社', '周末场地租赁费', 'HD-11052', '2,600.00'),
  charging: transfer('示例充电公司', '充电桩收益分成', 'HD-11068', '3,150.00'),
  station: transfer('示例通信铁塔', '基站场地费', 'HD-11071', '4,500.00'),
  upkeep: invoice('示例交通设施公司', '停车位划线 46 个', 'FP-20117', '2,400.00'),
  energy: invoice('示例供电公司', '充电桩电费', 'FP-20231', '1,980.00'),
  tax: {
    title: '税收完税证明',
    number: 'WS-30018',
    rows: [
      ['纳税人', '业主委员会'],
      ['纳税人识别号', '91000000EXAMPLE00X', true],
      ['税种', '增值税及附加'],
      ['税款所属期', '本季'],
    ],
    sum: '742.50',
    seal: '示例税务',
  },
  collection: {
    title: '补贴签收单',
    number: 'BT-0003',
    rows: [
      ['事由', '停车收费员补贴，三个月'],
      ['领取人', '示例收费员', true],
      ['身份证号', '000000 1970 0101 0000', true],
      ['签字', '示例', true],
    ],
    sum: '3,000.00',
    seal: '业主委员会',
  },
  printing: invoice('示例图文社', '公示和通知打印', 'FP-20305', '218.00'),
  meeting: invoice('示例便利店', '开放接待日茶水', 'FP-20316', '156.00'),
  audit: invoice('示例会计师事务所', '年度审计定金', 'FP-20322', '3,000.00'),
  bank: {
    title: '银行余额证明',
    number: 'YE-0930',
    rows: [
      ['户名', '业主共有资金户'],
      ['账号', '1001 8899 0000 4321 765', true],
      ['截止日', '季末最后一天'],
      ['经办人', '示例柜员', true],
    ],
    sum: '见证明',
    seal: '示例银行',
  },
} as const satisfies Record<string, VoucherPaper>

export type VoucherId = keyof typeof VOUCHERS
export const VOUCHER_IDS = Object.keys(VOUCHERS) as VoucherId[]
