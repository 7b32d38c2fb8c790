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

/** Runs `work` in one transaction: all of it or nothing. Deadlocks are retried; a busy or absent server is `BUSY`. */
export async function inTransaction<T>(pool: Pool, kind: TransactionKind, work: (db: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, kind, work)
    } catch (error) {
      const code = codeOf(error)
      if (RETRY.has(code) && attempt < ATTEMPTS) continue
      if (RETRY.has(code) || BUSY.has(code) || BUSY_SOCKET.has(code) || isPoolTimeout(error)) throw new AppError('BUSY')
      throw error
    }
  }
}

async function once<T>(pool: Pool, kind: TransactionKind, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(BEGIN[kind])
    const result = await work(dbOver(client))
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

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

const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
