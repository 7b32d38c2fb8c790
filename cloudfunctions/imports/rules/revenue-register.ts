import { REVENUE_CATEGORIES, REVENUE_LIMITS, REVENUE_SCOPES } from '../../../types/vocabulary/revenue'
import { choice, day, type Facts, name } from './columns'
import { yuan } from './number-columns'
import { address, type FactProblem, type Register } from './register'

const [building, stair] = address(false)

/** Where public revenue comes from: each asset with its contract and what it should bring in a quarter. */
export const REVENUE: Register = {
  columns: [
    choice(
      {
        key: 'category',
        zh: '类别',
        isRequired: true,
        hint: Object.values(REVENUE_CATEGORIES)
          .map(({ zh }) => zh)
          .join('、'),
        example: '电梯广告',
      },
      REVENUE_CATEGORIES,
    ),
    name(
      {
        key: 'asset',
        zh: '资源',
        aliases: ['收益来源', '资产', '位置'],
        isRequired: true,
        hint: '是什么、有几个',
        example: '轿厢广告框 12 个',
      },
      REVENUE_LIMITS.assetMax,
    ),
    name(
      {
        key: 'counterparty',
        zh: '对方',
        aliases: ['合同对方', '承租方', '付款方'],
        isRequired: true,
        hint: '谁付这笔钱',
        example: '示例传媒有限公司',
      },
      REVENUE_LIMITS.counterpartyMax,
    ),
    name(
      {
        key: 'contractNumber',
        zh: '合同编号',
        aliases: ['合同号'],
        isRequired: true,
        hint: '没有编号的写“无”',
        example: 'SY-2026-02',
      },
      REVENUE_LIMITS.contractNumberMax,
    ),
    day({ key: 'fromOn', zh: '开始日期', isRequired: true, hint: '合同第一天', example: '2026-01-01' }),
    day({
      key: 'lastOn',
      zh: '结束日期',
      isRequired: false,
      hint: '合同最后一天；没有约定的留空',
      example: '2026-12-31',
    }),
    yuan(
      {
        key: 'expectedFen',
        zh: '每季应收',
        aliases: ['季度应收'],
        isRequired: true,
        hint: '元，一个完整季度该收多少',
        example: '7200',
      },
      { least: 0, most: REVENUE_LIMITS.expectedFenMax },
    ),
    choice(
      { key: 'scope', zh: '归属', isRequired: true, hint: '全小区、整栋、单元', example: '全小区' },
      REVENUE_SCOPES,
    ),
    { ...building, hint: '归属是整栋或单元时写' },
    { ...stair, hint: '归属是单元时写' },
  ],
  keyOf: (facts) => [facts.contractNumber, facts.category, facts.asset].join(' | '),
  titleOf: (facts) => String(facts.asset),
  check: problemsOf,
}

function problemsOf(facts: Facts): FactProblem[] {
  const problems: FactProblem[] = []
  if (facts.lastOn !== undefined && String(facts.lastOn) < String(facts.fromOn))
    problems.push({ key: 'lastOn', wrong: '结束日期在开始日期之前', mend: '照合同核对这两个日期' })
  if (facts.scope !== 'all' && facts.building === undefined)
    problems.push({ key: 'building', wrong: '没有填', mend: '归属不是全小区，请写是哪一栋' })
  if (facts.scope === 'stair' && facts.stair === undefined)
    problems.push({ key: 'stair', wrong: '没有填', mend: '归属是单元，请写是哪个单元' })
  if (facts.scope === 'all' && facts.building !== undefined)
    problems.push({ key: 'building', wrong: '归属是全小区，却写了楼栋', mend: '楼栋留空，或把归属改成“整栋”' })
  if (facts.scope !== 'stair' && facts.stair !== undefined)
    problems.push({ key: 'stair', wrong: '归属不是单元，却写了单元', mend: '单元留空，或把归属改成“单元”' })
  return problems
}
