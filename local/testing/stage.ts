import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { closePool, openPool } from '../../cloudfunctions/shared/db/pool'
import { inTransaction } from '../../cloudfunctions/shared/db/transaction'
import { found } from '../../cloudfunctions/shared/founding/found'
import type { Founding } from '../../cloudfunctions/shared/founding/founding'
import type { Main } from '../../cloudfunctions/shared/call/serve'
import type { FunctionContext } from '../../cloudfunctions/shared/call/who'
import type { CallName, Input, Output } from '../../types/contracts'
import type { Reply } from '../../types/vocabulary/errors'
import { setClock } from '../demo/on-day'
import { cloneDatabase, dropDatabase } from '../databases'
import type { Postgres } from '../postgres'
import { startTestServer, templateName } from './test-server'

/** A fresh database for one test file, with the functions' pool pointed at it. */
export interface TestStage {
  server: Postgres
  ownerUrl: string
  appUrl: string
  paymentsUrl: string
  found(founding: Founding): Promise<string>
  /** Runs SQL as the superuser, past every wall, to see what is really there. */
  see<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  /** Sets the one clock of this database, as its owner may where it is no production; undefined: the time that it is. */
  setClock(at: string | undefined): Promise<void>
  close(): Promise<void>
}

export async function openTestStage(): Promise<TestStage> {
  const server = await startTestServer()
  const name = `mingju_test_${randomUUID().replaceAll('-', '')}`
  const { ownerUrl, appUrl, paymentsUrl } = await cloneDatabase(server, templateName(), name)
  process.env.APP_DATABASE_URL = appUrl
  const eye = new Client({ connectionString: server.superuserUrl(name), options: '-c search_path=app' })
  await eye.connect()
  return {
    server,
    ownerUrl,
    appUrl,
    paymentsUrl,
    found: (founding) => foundAs(ownerUrl, founding),
    see: async <Row extends object>(text: string, values: unknown[] = []) => (await eye.query<Row>(text, values)).rows,
    setClock: (at) => setClock(ownerUrl, at),
    close: async () => {
      await closePool()
      await eye.end()
      await dropDatabase(server, name)
      await server.stop()
    },
  }
}

async function foundAs(ownerUrl: string, founding: Founding): Promise<string> {
  const owner = openPool(ownerUrl)
  try {
    return (await inTransaction(owner, 'write', (db) => found(db, founding))).communityId
  } finally {
    await owner.end()
  }
}

/** The context that the platform gives a function when this WeChat user calls it. */
export const contextOf = (openid: string, app = 'wx-test'): FunctionContext => ({
  environment: JSON.stringify({ WX_OPENID: openid, WX_APPID: app, TCB_ENV: 'mingju-test' }),
  time_limit_in_ms: 60_000, // tests run side by side: a busy machine is no reason to be refused
})

/** The context of the platform's own timer. */
export const timerContext = (): FunctionContext => ({ environment: JSON.stringify({ TRIGGER_SRC: 'timer' }) })

/** Calls through `main(event, context)`, as the platform does; acts get a fresh request id unless one is given. */
export async function callAs<N extends CallName>(
  main: Main,
  openid: string,
  call: N,
  input: Input<N>,
  requestId: string = randomUUID(),
): Promise<Reply<Output<N>>> {
  // The reply has passed the contract's own schema inside `main`; the type is its contract's again here.
  return (await main({ call, input, requestId }, contextOf(openid))) as Reply<Output<N>>
}

/** The data of a reply that must be a yes; a refusal fails the test with its sentence. */
export async function yes<T>(reply: Promise<Reply<T>>): Promise<T> {
  const got = await reply
  if (!got.ok)
    throw new Error(`refused: ${got.error.code} ${got.error.message} ${JSON.stringify(got.error.details ?? {})}`)
  return got.data
}

/** The code of a reply that must be a refusal. */
export async function refusal(reply: Promise<Reply<unknown>>): Promise<string> {
  const got = await reply
  if (got.ok) throw new Error(`expected a refusal, got ${JSON.stringify(got.data)}`)
  return got.error.code
}
