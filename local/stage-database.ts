import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { PlainError } from './plain-error'

/** One stage works on a database at a time; held by a session for as long as the stage runs. */
const STAGE_LOCK = 7_202_603
/** A stage that was killed loses its lock when the server notices that its connection is gone. */
const LOCK_WAIT_MS = 4_000
const HEALTH_MS = 2_000

/** Written on an empty database before its first migration, so that a kill before the last leaves no stranger. */
const BEGUN = 'Mingju demonstration'

/** The stage's own connection to its database. */
export interface Watch {
  isDemo(): Promise<boolean>
  isHealthy(): Promise<boolean>
  end(): Promise<void>
}

/** Takes the database for this stage alone; refuses when another copy has it. */
export async function watchDatabase(ownerUrl: string): Promise<Watch> {
  let client = await connectAndLock(ownerUrl)
  let ended = false
  let returning: Promise<void> | undefined
  // After a restart of the server the lock is taken anew: until then we are not healthy, and no login is open.
  // By one attempt at a time, or two of our own would contend for it.
  const comeBack = async (): Promise<void> => {
    client = await connectAndLock(ownerUrl)
  }
  const ask = async (sql: string): Promise<unknown> => {
    if (client.lost && !ended) {
      returning ??= comeBack().finally(() => {
        returning = undefined
      })
      await returning
    }
    const { rows } = await client.session.query<{ answer: unknown }>(sql)
    return rows[0]?.answer
  }
  return {
    isDemo: () =>
      ask("select kind = 'demo' as answer from app.deployment").then(
        (answer) => answer === true,
        () => false,
      ),
    isHealthy: () =>
      Promise.race([
        ask('select true as answer').then(
          (answer) => answer === true,
          () => false,
        ),
        sleep(HEALTH_MS, false, { ref: false }),
      ]),
    end: async () => {
      ended = true
      await client.session.end().catch(() => undefined)
    },
  }
}

interface Locked {
  session: Client
  lost: boolean
}

async function connectAndLock(ownerUrl: string): Promise<Locked> {
  const session = new Client({
    connectionString: ownerUrl,
    application_name: 'mingju stage',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  })
  const locked: Locked = { session, lost: false }
  session.on('error', () => {
    locked.lost = true
  })
  session.on('end', () => {
    locked.lost = true
  })
  await session.connect().catch((error: unknown) => {
    throw new PlainError(`The database does not let us in: ${error instanceof Error ? error.message : String(error)}`)
  })
  for (let waitedMs = 0; waitedMs <= LOCK_WAIT_MS; waitedMs += 250) {
    const { rows } = await session.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [STAGE_LOCK])
    if (rows[0]?.taken) return locked
    await sleep(250)
  }
  await session.end()
  throw new PlainError(
    'Another copy of Mingju runs on these data. Stop it first, or give this one its own: MINGJU_DATA=<folder> npm start',
  )
}

/**
 * Refuses a database that is somebody's own: the stage opens a login without a password,
 * so it works only where there is nothing yet or where a demonstration was begun before.
 */
export async function ensureDemoOrEmpty(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{
      tables: number
      begun: boolean | null
      name: string
      deployment: string | null
    }>(
      `
      select (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%') as tables,
             shobj_description(d.oid, 'pg_database') = $1 as begun,
             d.datname as name,
             to_regclass('app.deployment')::text as deployment
        from pg_database d where d.datname = current_database()`,
      [BEGUN],
    )
    const found = rows[0]
    if (!found) throw new Error('the database does not know itself')
    if (found.tables === 0)
      await client.query(`comment on database ${client.escapeIdentifier(found.name)} is ${client.escapeLiteral(BEGUN)}`)
    else if (!found.begun && (!found.deployment || !(await isMarked(client)))) {
      throw new PlainError(
        `The database ${found.name} is not empty and is not marked as a demonstration. npm start opens a login without a password, so it leaves that database alone; give it an empty one.`,
      )
    }
  })
}

/** Marks a freshly migrated database as a demonstration; the database itself refuses this once it holds people. */
export async function markAsDemo(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) => client.query("update app.deployment set kind = 'demo' where kind <> 'demo'"))
}

/**
 * Makes sure that the functions' role gets in at a server that is not ours. The migrations make the role without a login;
 * only then is it given the password of APP_DATABASE_URL. A role that can log in already keeps its password.
 */
export async function ensureAppUrlWorks(ownerUrl: string, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl)
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ login: boolean }>(
      'select rolcanlogin as login from pg_roles where rolname = $1',
      [decodeURIComponent(username)],
    )
    if (rows[0]?.login !== false) return
    await client.query(
      `alter role ${client.escapeIdentifier(decodeURIComponent(username))} login password ${client.escapeLiteral(decodeURIComponent(password))}`,
    )
  })
  try {
    await withClient(appUrl, (client) => client.query('select app.app_now()'))
  } catch (error) {
    throw new PlainError(
      `APP_DATABASE_URL does not open the database as a member of mingju_app: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function isMarked(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ kind: string }>('select kind from app.deployment')
  return rows[0]?.kind === 'demo'
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
