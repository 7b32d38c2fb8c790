import { Pool, types } from 'pg'

const INT8 = 20
const DATE = 1082
const INT8_ARRAY = 1016

/** Money and counts are safe integers or nothing: a silently rounded fen would be worse than a fault. */
const safeInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`)
  return value
}

/** One parser table for every connection: int8 → safe integer, date → 'YYYY-MM-DD', numeric → string. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === INT8) return safeInteger
  if (oid === DATE) return (text: string) => text
  if (oid === INT8_ARRAY) throw new RangeError('read int8 arrays row by row')
  return types.getTypeParser(oid, format as 'text')
}

/**
 * Deadlines, each shorter than the function's own timeout (10 s in cloudbaserc.json), so that a slow database
 * becomes a clear sentence and never a killed function.
 */
export const DEADLINES = { connectMs: 3_000, statementMs: 5_000, lockMs: 2_000 } as const

let shared: Pool | undefined

/** The functions' pool: few connections an instance, because the platform may run many instances. */
export function pool(): Pool {
  shared ??= makePool(process.env.APP_DATABASE_URL)
  return shared
}

/** For tests and for a graceful end; the next call opens a new pool. */
export async function closePool(): Promise<void> {
  const closing = shared
  shared = undefined
  await closing?.end()
}

function makePool(connectionString: string | undefined): Pool {
  if (!connectionString) throw new Error('APP_DATABASE_URL is not set')
  const made = new Pool({
    connectionString,
    max: Number(process.env.MINGJU_POOL_MAX ?? 2),
    connectionTimeoutMillis: DEADLINES.connectMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: DEADLINES.statementMs,
    lock_timeout: DEADLINES.lockMs,
    options: '-c search_path=app',
    types: { getTypeParser },
  })
  // An idle connection that the server drops must not end the process; the next call opens another.
  made.on('error', () => undefined)
  return made
}
