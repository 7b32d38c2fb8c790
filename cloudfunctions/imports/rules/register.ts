import { addressPart, type Column, type Facts, type Problem } from './columns'

/** What is wrong with a fact of a row, seen beside its others. */
export interface FactProblem extends Problem {
  key: string
}

export interface SaidFact {
  column: string
  after: string
  before?: string
}

/** One register: its columns in the order of the template, and what names a row in it. */
export interface Register {
  columns: readonly Column[]
  /** Names the thing; two rows with one key are a mistake in the file. */
  keyOf: (facts: Facts) => string
  /** The thing in words, for the preview. */
  titleOf: (facts: Facts) => string
  /** What cannot stand together in one row. */
  check?: (facts: Facts) => FactProblem[]
  /** What no longer stands once the file is applied, in words; the names come from the comparison. */
  sayLeaving?: (names: string) => SaidFact
}

/** Building, stair and room as registers carry them. */
export const address = (isRequired: boolean): readonly [Column, Column, Column] => [
  addressPart(
    {
      key: 'building',
      zh: '楼栋',
      aliases: ['楼号', '栋'],
      isRequired,
      hint: '只写号码',
      example: isRequired ? '3' : '',
    },
    /(?:号楼|栋|幢|座|楼)$/,
  ),
  addressPart(
    {
      key: 'stair',
      zh: '单元',
      isRequired,
      hint: '只写号码；没有单元的写 1',
      example: isRequired ? '2' : '',
    },
    /(?:单元|门|梯)$/,
  ),
  addressPart(
    {
      key: 'room',
      zh: '室号',
      aliases: ['房号', '室'],
      isRequired,
      hint: '门牌上的号码，开头的 0 要保留',
      example: isRequired ? '1801' : '',
    },
    /[室房号]$/,
  ),
]

export const addressOf = (facts: Facts) => `${String(facts.building)}-${String(facts.stair)}-${String(facts.room)}`
export const addressWords = (facts: Facts) =>
  `${String(facts.building)} 栋 ${String(facts.stair)} 单元 ${String(facts.room)}`
