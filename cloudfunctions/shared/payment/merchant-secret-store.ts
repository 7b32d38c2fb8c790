import type { Pool } from 'pg'
import sql from 'sql-template-tag'
import * as z from 'zod'
import { openPool } from '../db/pool'
import { inTransaction } from '../db/transaction'
import { type MerchantKeys, openKeys } from '../wechat/pay/merchant-keys'

/** Read anew after this time, so that changed keys come into force without a deployment. */
const KEPT_MS = 300_000

let secrets: Pool | undefined
const kept = new Map<string, { keys: MerchantKeys; until: number }>()

/**
 * The keys of a merchant number. They are read as a role of their own that can read sealed keys and nothing else, while the
 * functions' role can read everything but these; opened, they live in this instance's memory alone.
 */
export async function readMerchantKeys(payAccountId: string, mchid: string): Promise<MerchantKeys> {
  const known = kept.get(payAccountId)
  if (known && known.until > performance.now()) return known.keys
  const { sealed } = await inTransaction(secretsPool(), 'read', (db) =>
    db.one(
      z.object({ sealed: z.instanceof(Buffer) }),
      sql`select sealed from merchant_secret where pay_account_id = ${payAccountId}`,
    ),
  )
  const keys = openKeys(masterKey(), mchid, sealed)
  kept.set(payAccountId, { keys, until: performance.now() + KEPT_MS })
  return keys
}

function masterKey(): string {
  const key = process.env.MINGJU_MASTER_KEY
  if (!key) throw new Error('MINGJU_MASTER_KEY is not set')
  return key
}

function secretsPool(): Pool {
  const connectionString = process.env.PAYMENTS_DATABASE_URL
  if (!connectionString) throw new Error('PAYMENTS_DATABASE_URL is not set')
  secrets ??= openPool(connectionString, 1)
  return secrets
}

/** For tests and for a graceful end: nothing of the keys stays behind. */
export async function forgetMerchantKeys(): Promise<void> {
  const closing = secrets
  secrets = undefined
  kept.clear()
  await closing?.end()
}
