import type { Input } from '../../types/contracts'
import { addMonths, businessDate } from '../../types/vocabulary/dates'
import { FEE_TEMPLATES } from '../../types/vocabulary/fee'
import type { ActAs, Chapter } from './act-as'

type Content = NonNullable<Input<'fees.draftBoard'>['content']>
type Item = Content['items'][number]

/** A usual item at a price in yuan; all prices of the demonstration are invented. */
function item(
  code: string,
  yuan: number,
  basisWords: string,
  other: { yuanMost?: number; unitWords?: string } = {},
): Item {
  const template = FEE_TEMPLATES.find((one) => one.code === code)
  if (!template) throw new Error(`no usual item ${code}`)
  const { yuanMost, unitWords } = other
  return {
    ...template,
    priceE4: Math.round(yuan * 10_000),
    basisWords,
    ...(yuanMost !== undefined && { priceMostE4: Math.round(yuanMost * 10_000) }),
    ...(unitWords && { unitWords }),
  }
}

const AT_HOME: Item[] = [
  item('change_lamp', 15, '材料另计，按价目表'),
  item('unblock_drain', 60, '看堵在哪一段', { yuanMost: 120 }),
  item('change_tap', 30, '材料可自备'),
  item('clean_air_conditioner', 90, '挂机'),
  item('open_lock', 0, '转给有备案的锁匠，物业不经手钱'),
]

const FACTS: Content['facts'] = {
  payers: '全体业主',
  services: '房屋和设施养护、保洁、秩序、绿化、客户服务',
  chargeMethod: '不动产权证面积 × 单价',
  chargeStart: '交房次日',
  payMethods: '按月，微信或服务窗口',
  specialService: '',
  complaintPhone: '0000-8000001',
  reportPhone: '12315',
  priceRegime: 'guide',
}

const jinxiuItems = (serviceYuan: number): Item[] => [
  item('property_service', serviceYuan, '包干制 · 物业服务合同第 8 条 · 示例价格'),
  item('parking_underground', 50, '停车管理协议第 2 条'),
  item('parking_ground', 150, '归全体业主，计入公共收益'),
  item('fit_out_waste', 4, '按建筑面积，只收一次'),
  item('fit_out_deposit', 2_000, '验收合格后原路退还', { unitWords: '每户，可退' }),
  item('water_pressure', 0, '按表分摊，物业不加价'),
  ...AT_HOME,
]

const HONGQI_ITEMS: Item[] = [
  item('property_service', 0.65, '酬金制 · 物业服务合同第 6 条 · 示例价格'),
  item('parking_ground', 100, '归全体业主，计入公共收益'),
  item('fit_out_waste', 3, '按建筑面积，只收一次'),
  item('fit_out_deposit', 1_000, '验收合格后原路退还', { unitWords: '每户，可退' }),
  ...AT_HOME,
]

/** The paper hung in the hall for a month before the first board came here. */
const FIRST = { shownSince: '2024-12-01', effectiveFrom: '2025-01-01' }

/** The clerk of each community writes its board, the manager reads and posts it; 锦绣花园 announces a rise as well. */
export const tellBoards: Chapter = async (actAs, log) => {
  const today = businessDate((await actAs('lin-xiao')('members.showMe', {})).now)
  await hang(actAs, 1, ['lin-xiao', 'zhou-min'], FIRST.effectiveFrom, {
    items: jinxiuItems(1.35),
    shownSince: FIRST.shownSince,
  })
  await hang(actAs, 1, ['he', 'du'], FIRST.effectiveFrom, {
    items: HONGQI_ITEMS,
    shownSince: FIRST.shownSince,
    facts: { ...FACTS, payers: '全体业主 216 户', payMethods: '按月，微信或红旗里服务站' },
  })
  await hang(actAs, 2, ['lin-xiao', 'zhou-min'], firstOfMonthAfter(addMonths(today, 1)), {
    items: jinxiuItems(1.5),
    basis: {
      kind: 'contract clause',
      words: '物业服务合同第 8 条：满两年可以按公布的成本调价一次，幅度不超过 15%，提前一个月公示。',
    },
  })
  log('the fee boards of 锦绣花园 and 红旗里 hang')
}

type Hung = Omit<Content, 'facts'> & Partial<Content>

/** Written by the first person, read and posted by the second, unless this version hangs already. */
async function hang(
  actAs: ActAs,
  version: number,
  [clerk, manager]: [string, string],
  effectiveFrom: string,
  content: Hung,
): Promise<void> {
  const { boards } = await actAs(clerk)('fees.listBoards', {})
  if (boards.some((board) => board.version === version)) return
  const draft = await actAs(clerk)('fees.draftBoard', { effectiveFrom, content: { facts: FACTS, ...content } })
  const seen = { boardId: draft.boardId, contentSha256: draft.contentSha256 }
  await actAs(manager)('fees.reviewBoard', seen)
  await actAs(manager)('fees.postBoard', seen)
}

const firstOfMonthAfter = (date: string): string =>
  date.endsWith('-01') ? date : `${addMonths(date, 1).slice(0, 8)}01`
