import { FEE_LIMITS } from '../../../types/vocabulary/fee'
import { OPENING_LIMITS, OPENING_SIDES } from '../../../types/vocabulary/register'
import { choice, day, type Facts, name } from './columns'
import { yuan } from './number-columns'
import { address, addressOf, addressWords, type FactProblem, type Register } from './register'

/** What an arrear needs and a prepayment must not have. */
const OF_ARREARS = ['fromOn', 'lastOn', 'dueOn'] as const

/** What stood open when the community came here: what houses still owe, and what they had paid ahead. */
export const OPENINGS: Register = {
  columns: [
    ...address(true),
    choice({ key: 'side', zh: '类别', isRequired: true, hint: '欠费、预收', example: '欠费' }, OPENING_SIDES),
    name(
      {
        key: 'item',
        zh: '收费项目',
        aliases: ['项目'],
        isRequired: false,
        hint: '欠费必填；预收没有指明用途的留空',
        example: '物业服务费',
      },
      FEE_LIMITS.nameMax,
    ),
    day({ key: 'fromOn', zh: '开始日期', isRequired: false, hint: '欠费从哪天起；预收留空', example: '2025-10-01' }),
    day({ key: 'lastOn', zh: '结束日期', isRequired: false, hint: '欠费到哪天止；预收留空', example: '2025-12-31' }),
    day({
      key: 'dueOn',
      zh: '应付日期',
      aliases: ['到期日'],
      isRequired: false,
      hint: '欠费原来该哪天前交；预收留空',
      example: '2026-01-31',
    }),
    yuan(
      { key: 'amountFen', zh: '金额', isRequired: true, hint: '元，还没交的或还没用完的', example: '362.49' },
      { least: 1, most: OPENING_LIMITS.amountFenMax },
    ),
  ],
  keyOf: (facts) => [addressOf(facts), facts.side, facts.item ?? '', facts.fromOn ?? ''].join(' '),
  titleOf: (facts) =>
    `${addressWords(facts)} ${facts.side === 'arrear' ? '欠' : '预收'}${facts.item === undefined ? '' : ` ${String(facts.item)}`}`,
  check: problemsOf,
}

function problemsOf(facts: Facts): FactProblem[] {
  if (facts.side === 'prepayment') {
    return OF_ARREARS.filter((key) => facts[key] !== undefined).map((key) => ({
      key,
      wrong: '预收不写日期',
      mend: '这一格留空；若是欠费，把类别改成“欠费”',
    }))
  }
  const missing = (['item', ...OF_ARREARS] as const).filter((key) => facts[key] === undefined)
  if (missing.length > 0)
    return missing.map((key) => ({ key, wrong: '没有填', mend: '欠费要写明项目、起止日期和应付日期' }))
  const [from, last, due] = OF_ARREARS.map((key) => String(facts[key]))
  if (from === undefined || last === undefined || due === undefined) return []
  if (last < from) return [{ key: 'lastOn', wrong: '结束日期在开始日期之前', mend: '照旧账核对这两个日期' }]
  if (Date.parse(last) - Date.parse(from) >= OPENING_LIMITS.daysMax * 86_400_000)
    return [{ key: 'lastOn', wrong: '一行跨了十年以上', mend: '按原来的账期分成几行' }]
  if (due < from) return [{ key: 'dueOn', wrong: '应付日期在开始日期之前', mend: '写原来账单上的应付日期' }]
  return []
}
