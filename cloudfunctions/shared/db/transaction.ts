import type { Pool, PoolClient } from 'pg'
import { AppError } from '../call/app-error'
import { type Db, dbOver } from './db'

export type TransactionKind = 'read' | 'write'

const BEGIN: Record<TransactionKind, string> = {
  read: 'begin isolation level repeatable read read only',
  write: 'begin',
}

/** Serialization failure and deadlock: the whole transaction may simply be tried again. */
const RETRY = new Set(['40001', '40P01'])
/** Statement timeout, lock timeout, too many connections, server starting or stopping: come back later. */
const BUSY = new Set(['57014', '55P03', '53300', '57P01', '57P02', '57P03', '08006', '08001', '08003'])
const BUSY_SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT'])
const ATTEMPTS = 3

/** How long a call may go on beginning statements, where the platform does not say how long the function may run. */
const WORK_MS = 4_500

/**
 * Runs `work` in one transaction: all of it or nothing. Deadlocks are retried; a busy or absent server is `BUSY`.
 * After `workMs` no further statement is begun, so that a slow call ends with a sentence before the platform kills it.
 */
export async function inTransaction<T>(
  pool: Pool,
  kind: TransactionKind,
  work: (db: Db) => Promise<T>,
  workMs = WORK_MS,
): Promise<T> {
  const deadline = performance.now() + workMs
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, kind, work, deadline)
    } catch (error) {
      const code = codeOf(error)
      if (RETRY.has(code) && attempt < ATTEMPTS) continue
      if (RETRY.has(code) || BUSY.has(code) || BUSY_SOCKET.has(code) || isGivenUp(error)) throw new AppError('BUSY')
      throw error
    }
  }
}

async function once<T>(pool: Pool, kind: TransactionKind, work: (db: Db) => Promise<T>, deadline: number): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  client.on('error', alreadySaid)
  try {
    await client.query(BEGIN[kind])
    const result = await work(dbOver(client, deadline))
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.removeListener('error', alreadySaid)
    client.release(broken)
  }
}

/**
 * A connection that the server ends fails its query, which says so; it is told once more as an event, and an event that
 * nobody hears would end the whole process.
 */
const alreadySaid = (): void => undefined

/** A connection that cannot even roll back is thrown away, never handed to the next caller. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const isGivenUp = (error: unknown): boolean =>
  error instanceof Error &&
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout/.test(error.message)
