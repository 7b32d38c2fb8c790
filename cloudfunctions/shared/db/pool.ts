import { type CustomTypesConfig, Pool, types } from 'pg'

/** Money and counts are safe integers or nothing: a silently rounded fen would be worse than a fault. */
const safeInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`)
  return value
}

type Parse = (text: string) => unknown

/** One parser table for every connection: int8 → safe integer, date → 'YYYY-MM-DD', numeric → string (the driver's own way). */
const PARSERS = new Map<number, Parse>([
  [types.builtins.INT8, safeInteger],
  [types.builtins.DATE, (text) => text],
])

const parsers: CustomTypesConfig = {
  getTypeParser: (oid: Parameters<typeof types.getTypeParser>[0]): Parse =>
    PARSERS.get(oid) ?? (types.getTypeParser(oid) as Parse), // typed any by the driver
}

/**
 * Deadlines of one connection and one statement. Together with the doorway's own (no statement is begun when the rest of
 * the function's time would not hold it) a slow database becomes a clear sentence before the platform kills the function.
 */
export const DEADLINES = { connectMs: 3_000, statementMs: 5_000, lockMs: 2_000 } as const

let shared: Pool | undefined

/** The functions' pool: few connections an instance, because the platform may run many instances. */
export function pool(): Pool {
  const connectionString = process.env.APP_DATABASE_URL
  if (!connectionString) throw new Error('APP_DATABASE_URL is not set')
  shared ??= openPool(connectionString, Number(process.env.MINGJU_POOL_MAX ?? 2))
  return shared
}

/** For tests and for a graceful end; the next call opens a new pool. */
export async function closePool(): Promise<void> {
  const closing = shared
  shared = undefined
  await closing?.end()
}

/** A pool of its own, for an operator's command; whoever opens it ends it. */
export function openPool(connectionString: string, max = 1): Pool {
  const made = new Pool({
    connectionString,
    max,
    connectionTimeoutMillis: DEADLINES.connectMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: DEADLINES.statementMs,
    lock_timeout: DEADLINES.lockMs,
    options: '-c search_path=app',
    types: parsers,
  })
  // An idle connection that the server drops must not end the process; the next call opens another.
  made.on('error', () => undefined)
  return made
}
