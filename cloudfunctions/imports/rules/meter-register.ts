import { METER_LIMITS, METER_UTILITIES } from '../../../types/vocabulary/meter'
import { choice, day, type Facts, name } from './columns'
import { count, dial } from './number-columns'
import { address, addressWords, type FactProblem, type Register } from './register'

const [building, stair, room] = address(false)
const ADDRESS_KEYS = ['building', 'stair', 'room'] as const

/** Meters of houses and of common parts, each with the reading from which it counts for this enterprise. */
export const METERS: Register = {
  columns: [
    choice({ key: 'utility', zh: '类型', isRequired: true, hint: '水、电、气、热', example: '电' }, METER_UTILITIES),
    name(
      {
        key: 'serial',
        zh: '表号',
        aliases: ['表编号'],
        isRequired: true,
        hint: '表盘上的号码，开头的 0 要保留',
        example: 'D0001',
      },
      METER_LIMITS.serialMax,
    ),
    { ...building, hint: '住户的表写房屋；公共部位的表这三列留空' },
    stair,
    room,
    name(
      { key: 'place', zh: '位置', isRequired: false, hint: '公共部位的表装在哪里', example: '地下车库配电间' },
      METER_LIMITS.placeMax,
    ),
    count(
      { key: 'multiplier', zh: '倍率', isRequired: false, hint: '没有互感器的留空', example: '1' },
      METER_LIMITS.multiplierMax,
    ),
    dial({ key: 'readingE3', zh: '起始读数', isRequired: true, hint: '最多三位小数，不写单位', example: '1024.5' }),
    day({ key: 'readOn', zh: '读数日期', isRequired: true, hint: '起始读数是哪天抄的', example: '2026-01-01' }),
  ],
  keyOf: (facts) => [facts.utility, facts.serial].join(' '),
  titleOf: (facts) =>
    `${String(facts.serial)} ${facts.place === undefined ? addressWords(facts) : String(facts.place)}`,
  check: problemsOf,
}

function problemsOf(facts: Facts): FactProblem[] {
  const given = ADDRESS_KEYS.filter((key) => facts[key] !== undefined)
  if (facts.place !== undefined) {
    const [first] = given
    return first ? [{ key: first, wrong: '写了位置，又写了房屋', mend: '住户的表只写房屋，公共部位的表只写位置' }] : []
  }
  if (given.length === 0)
    return [{ key: 'place', wrong: '没有填', mend: '公共部位的表写位置；住户的表写楼栋、单元、室号' }]
  return ADDRESS_KEYS.filter((key) => facts[key] === undefined).map((key) => ({
    key,
    wrong: '没有填',
    mend: '住户的表要写全楼栋、单元、室号',
  }))
}
