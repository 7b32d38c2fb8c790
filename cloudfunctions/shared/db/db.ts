import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Sql } from 'sql-template-tag'
import type * as z from 'zod'
import { AppError } from '../call/app-error'
import { DEADLINES } from './pool'

/** The database as stores see it, inside one transaction. Rows are checked by their schema before anyone reads them. */
export interface Db {
  /** The one row there must be; no row or several is a fault of ours. */
  one<Row extends z.ZodType>(row: Row, query: Sql): Promise<z.output<Row>>
  /** The row, or undefined. */
  find<Row extends z.ZodType>(row: Row, query: Sql): Promise<z.output<Row> | undefined>
  many<Row extends z.ZodType>(row: Row, query: Sql): Promise<z.output<Row>[]>
  /** Runs a change and gives the number of rows it touched. */
  run(query: Sql): Promise<number>
}

/** `deadline` is on the clock of `performance.now()`; a statement that would begin later is refused with BUSY. */
export function dbOver(client: ClientBase, deadline: number): Db {
  const send = (query: Sql) => {
    if (performance.now() > deadline) throw new AppError('BUSY')
    return client.query({ name: nameOf(query.text), text: query.text, values: query.values, ...givenUpAfter(deadline) })
  }
  const rows = async <Row extends z.ZodType>(row: Row, query: Sql): Promise<z.output<Row>[]> => {
    const result = await send(query)
    return result.rows.map((found: unknown) => row.parse(found))
  }
  return {
    many: rows,
    async find(row, query) {
      const [first, second] = await rows(row, query)
      if (second !== undefined) throw new Error(`expected at most one row: ${query.text}`)
      return first
    },
    async one(row, query) {
      const [first, second] = await rows(row, query)
      if (first === undefined || second !== undefined) throw new Error(`expected one row: ${query.text}`)
      return first
    },
    async run(query) {
      const result = await send(query)
      return result.rowCount ?? 0
    },
  }
}

/**
 * A connection that has gone dead says nothing: given up by us when the longest statement would have ended.
 * The driver takes `query_timeout` (milliseconds) with each query; its types do not know it.
 */
const givenUpAfter = (deadline: number): object => ({
  query_timeout: deadline - performance.now() + DEADLINES.statementMs,
})

const names = new Map<string, string>()

/** Named statements are planned once a connection; the name is the statement's own hash, so texts cannot be mixed up. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const made = createHash('sha256').update(text).digest('hex').slice(0, 24)
  names.set(text, made)
  return made
}
