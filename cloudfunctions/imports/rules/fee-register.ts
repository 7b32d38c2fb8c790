import {
  FEE_KINDS,
  FEE_LIMITS,
  FEE_PERIODS,
  FEE_TEMPLATES,
  FEE_TIERS,
  PROPERTY_SERVICE,
} from '../../../types/vocabulary/fee'
import { choice, type Facts, name } from './columns'
import { price, priceRange } from './number-columns'
import type { FactProblem, Register } from './register'

/** Other names under which boards carry 物业服务费, whose raising is the owners' matter under any name. */
const PROPERTY_SERVICE_NAMES = ['物业费', '物业管理费', '物业管理服务费']

/** Names that mean one charge in every community, with its code. */
export const KNOWN_FEE_NAMES: readonly { name: string; code: string }[] = [
  ...FEE_TEMPLATES.map((template) => ({ name: template.name, code: template.code })),
  ...PROPERTY_SERVICE_NAMES.map((each) => ({ name: each, code: PROPERTY_SERVICE })),
]

const codeOf = (facts: Facts) => KNOWN_FEE_NAMES.find((known) => known.name === facts.name)?.code

const wordsOf = (table: Record<string, { zh: string }>) =>
  Object.values(table)
    .map(({ zh }) => zh)
    .join('、')

/** The items of the fee board. A file is the whole list: what it leaves out is no longer charged. */
export const FEE_ITEMS: Register = {
  columns: [
    name(
      {
        key: 'name',
        zh: '名称',
        aliases: ['收费项目', '项目名称'],
        isRequired: true,
        hint: '公示上的名字',
        example: '物业服务费',
      },
      FEE_LIMITS.nameMax,
    ),
    choice({ key: 'kind', zh: '计费方式', isRequired: true, hint: wordsOf(FEE_KINDS), example: '按面积' }, FEE_KINDS),
    choice({ key: 'tier', zh: '服务类别', isRequired: true, hint: wordsOf(FEE_TIERS), example: '基础服务' }, FEE_TIERS),
    choice({ key: 'per', zh: '收取周期', isRequired: true, hint: wordsOf(FEE_PERIODS), example: '按月' }, FEE_PERIODS),
    price(
      {
        key: 'price',
        zh: '单价',
        isRequired: true,
        hint: '元，最多四位小数；一个范围写 60-120；按实的写“按实”',
        example: '1.35',
      },
      FEE_LIMITS.priceE4Max,
    ),
    name(
      { key: 'unitWords', zh: '单位', isRequired: true, hint: '公示上的写法', example: '每平方米 · 月' },
      FEE_LIMITS.unitMax,
    ),
    name(
      {
        key: 'basisWords',
        zh: '收费依据',
        aliases: ['依据'],
        isRequired: true,
        hint: '合同第几条、哪份决定',
        example: '物业服务合同第 8 条',
      },
      FEE_LIMITS.itemBasisMax,
    ),
  ],
  keyOf: (facts) => codeOf(facts) ?? `name ${String(facts.name)}`,
  titleOf: (facts) => String(facts.name),
  check: problemsOf,
  sayLeaving: (names) => ({ column: '不再收', after: '新的公示里没有', before: names }),
}

function problemsOf(facts: Facts): FactProblem[] {
  const problems: FactProblem[] = []
  const [least, most] = priceRange(facts.price ?? 0)
  if (facts.kind === 'agency' && most > 0)
    problems.push({ key: 'price', wrong: '代收代付不能加价', mend: '单价写 0；物业自己收的费用请换一种计费方式' })
  if (most > least && facts.per === 'month')
    problems.push({ key: 'price', wrong: '按月收的费用写成了一个范围', mend: '每月收多少要写定一个数' })
  const isServiceFee = codeOf(facts) === PROPERTY_SERVICE
  if (isServiceFee && facts.kind !== 'area' && facts.kind !== 'fixed')
    problems.push({ key: 'kind', wrong: '物业服务费要按面积或按户收', mend: '计费方式写“按面积”或“按户”' })
  if (isServiceFee && facts.per !== 'month')
    problems.push({ key: 'per', wrong: '物业服务费要按月收', mend: '收取周期写“按月”' })
  return problems
}
