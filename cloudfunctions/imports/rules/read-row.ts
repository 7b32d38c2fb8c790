import type { Facts, Problem } from './columns'
import type { Register } from './register'

export interface RowProblem extends Problem {
  /** The column, counted from 0 in the order of the template. */
  place: number
  column: string
}

export interface RowReading {
  /** Absent while anything in the row is wrong. */
  facts?: Facts
  key?: string
  problems: RowProblem[]
}

/** Understands one row; a blank cell that is not required says nothing about the register. */
export function readRow(register: Register, cells: readonly string[]): RowReading {
  const facts: Facts = {}
  const problems: RowProblem[] = []
  for (const [place, column] of register.columns.entries()) {
    const cell = cells[place] ?? ''
    if (cell === '') {
      if (column.isRequired)
        problems.push({ place, column: column.zh, wrong: '没有填', mend: mendOf(column.hint, column.example) })
      continue
    }
    const reading = column.read(cell)
    if ('value' in reading) facts[column.key] = reading.value
    else problems.push({ place, column: column.zh, ...reading })
  }
  const found = problems.length > 0 ? problems : problemsBetween(register, facts)
  return found.length > 0 ? { problems: found } : { facts, key: register.keyOf(facts), problems: [] }
}

/** What only the whole row can show, once each of its cells is understood; of one column the first is enough. */
function problemsBetween(register: Register, facts: Facts): RowProblem[] {
  const found = register.check?.(facts) ?? []
  return register.columns.flatMap((column, place) => {
    const problem = found.find(({ key }) => key === column.key)
    return problem ? [{ place, column: column.zh, wrong: problem.wrong, mend: problem.mend }] : []
  })
}

const mendOf = (hint: string, example: string): string => {
  const like = example === '' ? '' : `例如 ${example}`
  return ['请补上', hint, like].filter((part) => part !== '').join('，')
}
