import type { Role } from '../../../types/vocabulary/roles'
import type { IconName } from '../../components/icon-names'

/** Pages that need to know nothing and that somebody works at. */
export type DeskRoute = 'books' | 'billing' | 'counter' | 'terms' | 'boards' | 'announce' | 'imports' | 'people'

export interface Desk {
  icon: IconName
  title: string
  /** The same in few letters, at the edge of a page. */
  word: string
  /** In words, or by office where not everybody does the same behind it. */
  note: string | Partial<Record<Role, string>>
  by: readonly Role[]
  route: DeskRoute
  /** What is done there has its own row on the first page, beside what waits. */
  inRailAlone?: true
}

/** The desks beside the orders, for those who work at them. */
const DESKS: readonly Desk[] = [
  {
    icon: 'calculator',
    title: '公共收益账',
    note: {
      committee: '记账、补凭证、公布本季',
      supervisor: '看每一笔，复核本季',
      neighbourhood: '看每一笔，复核本季',
      manager: '看本季；没有业委会时由物业记账',
    },
    by: ['committee', 'supervisor', 'neighbourhood', 'manager'],
    word: '账目',
    route: 'books',
  },
  {
    icon: 'calendar-days',
    title: '出账和账单',
    note: '试算、出账，按房号查账单',
    by: ['clerk', 'cashier', 'manager'],
    word: '出账',
    route: 'billing',
  },
  {
    icon: 'calculator',
    title: '柜台收款',
    word: '柜台',
    note: '现金、转账、刷卡，当场出收据',
    by: ['clerk', 'cashier', 'manager'],
    route: 'counter',
  },
  {
    icon: 'pencil',
    title: '计费登记',
    note: '车位、减收、由谁缴费、分摊费用',
    by: ['clerk', 'cashier', 'manager'],
    word: '计费登记',
    route: 'terms',
  },
  {
    icon: 'receipt-text',
    title: '收费公示',
    note: { cashier: '看版本、复核', clerk: '起草、复核', manager: '起草、复核、贴出' },
    by: ['clerk', 'cashier', 'manager'],
    word: '收费公示',
    route: 'boards',
  },
  {
    icon: 'bell',
    title: '贴公告',
    note: '通知、停水停电，告诉全小区或几栋楼',
    by: ['clerk', 'manager', 'committee', 'neighbourhood'],
    word: '贴公告',
    route: 'announce',
  },
  {
    icon: 'upload',
    title: '导入登记表',
    note: {
      clerk: '房屋、业主、员工、收费项目、表计',
      manager: '房屋、业主、收益合同、表计，从表格导入',
      cashier: '期初的欠费和预收，从表格导入',
      committee: '公共收益的合同，从表格导入',
    },
    by: ['clerk', 'cashier', 'manager', 'committee'],
    word: '导入',
    route: 'imports',
  },
  {
    icon: 'users',
    title: '人员',
    word: '人员',
    note: '申请、住户、绑定码、任职',
    by: ['clerk', 'manager', 'neighbourhood'],
    route: 'people',
    inRailAlone: true,
  },
]

export const desksOf = (role: Role): readonly Desk[] => DESKS.filter(({ by }) => by.includes(role))
