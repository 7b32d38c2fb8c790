import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { loadSecrets, type Secrets } from './data-dir'
import { PlainError } from './plain-error'
import { type Engine, prepareEngine, runProgram } from './postgres-engine'
import { clearStalePid, isOurs, logTail, readPidFile } from './postgres-process'

const HOST = '127.0.0.1'
const LOG_BYTES_MAX = 10 * 1024 * 1024
/** Every user of a server holds this lock shared; who can take it alone is the last and may stop the server. */
const IN_USE_LOCK = 7_202_601

export interface StartOptions {
  dataDir: string
  log: (line: string) => void
  /** For tests: nothing is forced to disk, so a power cut may lose the cluster. */
  quick?: boolean
}

export interface Postgres {
  host: string
  port: number
  secrets: Secrets
  superuserUrl(database: string): string
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

/** A server that accepts us, with the connection that marks it as in use. */
interface Held {
  port: number
  holder: Client
}

/**
 * Gives a running PostgreSQL on `dataDir`: made at the first start, adopted if an earlier process was
 * killed and left it running, restarted after a crash. It runs in a session of its own, so the
 * terminal's Ctrl-C reaches us first and we can finish our calls before stopping it.
 */
export async function startPostgres({ dataDir, log, quick = false }: StartOptions): Promise<Postgres> {
  const secrets = loadSecrets(dataDir)
  const engine = await prepareEngine(dataDir, log)
  const cluster = join(dataDir, 'cluster')
  if (!existsSync(join(cluster, 'data', 'PG_VERSION'))) await makeCluster({ engine, cluster, secrets, log })
  const held = await holdServer({ engine, cluster, secrets, quick, log })
  return {
    host: HOST,
    port: held.port,
    secrets,
    superuserUrl: (database) =>
      urlFor({ port: held.port, user: 'postgres', password: secrets.superuserPassword, database }),
    stop: () => stopServer(engine, cluster, held),
  }
}

/** A connection address for a role on the local server. */
export function urlFor(to: { port: number; user: string; password: string; database: string }): string {
  return `postgresql://${to.user}:${encodeURIComponent(to.password)}@${HOST}:${to.port}/${to.database}`
}

/** initdb writes aside and the result is renamed: a kill in the middle leaves no half cluster to trip over. */
async function makeCluster({ engine, cluster, secrets, log }: Job): Promise<void> {
  log('making the database cluster')
  const aside = `${cluster}.${process.pid}`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { mode: 0o700 })
  const passwordFile = join(aside, 'password')
  writeFileSync(passwordFile, secrets.superuserPassword, { mode: 0o600 })
  if (engine.user) for (const path of [aside, passwordFile]) chownSync(path, engine.user.uid, engine.user.gid)
  const made = await runProgram(engine, 'initdb', [
    `--pgdata=${join(aside, 'data')}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // Sorting by bytes needs no locale of the machine; names are sorted by ICU's zh-x-icu where it matters.
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-sync',
    ...settings().flatMap((setting) => ['-c', setting]),
  ])
  rmSync(passwordFile, { force: true })
  if (made.code !== 0) throw new PlainError(`PostgreSQL could not make its cluster: ${made.output.trim()}`)
  try {
    renameSync(aside, cluster)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(join(cluster, 'data', 'PG_VERSION'))) throw error
  }
}

function settings(): string[] {
  return [
    `listen_addresses=${HOST}`,
    'unix_socket_directories=',
    'max_connections=120',
    'shared_buffers=96MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'log_checkpoints=off',
  ]
}

interface Job {
  engine: Engine
  cluster: string
  secrets: Secrets
  log: (line: string) => void
}

/** Adopts the server that runs, or starts one; a second process doing the same at the same moment is no harm. */
async function holdServer(job: Job & { quick: boolean }): Promise<Held> {
  let trouble = ''
  for (let attempt = 1; attempt <= 6; attempt++) {
    const running = await adopt(job)
    if (running) return running
    clearStalePid(job.cluster)
    trouble = await launch(job)
    if (trouble) {
      // After kill -9 of a postmaster its last children need a moment to let go of the shared memory.
      await sleep(500 * attempt)
    }
  }
  throw new PlainError(`PostgreSQL does not start: ${trouble}${logTail(job.cluster)}`)
}

async function adopt({ cluster, secrets, log }: Job): Promise<Held | undefined> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 250) {
    const pidFile = readPidFile(cluster)
    if (!pidFile || !isOurs(pidFile.pid, cluster)) return undefined
    const held = await hold(pidFile.port, secrets)
    if (held) return held
    if (waitedMs === 2_000) log('PostgreSQL runs but does not answer yet; waiting')
    await sleep(250)
  }
  throw new PlainError(`PostgreSQL runs on ${cluster} but has not answered for 30 seconds.${logTail(cluster)}`)
}

async function hold(port: number, secrets: Secrets): Promise<Held | undefined> {
  const holder = new Client({
    connectionString: urlFor({ port, user: 'postgres', password: secrets.superuserPassword, database: 'postgres' }),
    application_name: 'mingju holder',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  })
  // Without a listener a server that dies would take our process with it, before we could say why.
  holder.on('error', () => undefined)
  try {
    await holder.connect()
    await holder.query('select pg_advisory_lock_shared($1)', [IN_USE_LOCK])
    return { port, holder }
  } catch {
    await holder.end().catch(() => undefined)
    return undefined
  }
}

/** Starts the server on a free port; returns what went wrong, or nothing. */
async function launch({ engine, cluster, quick, log }: Job & { quick: boolean }): Promise<string> {
  const port = await freePort()
  const logFile = join(cluster, 'postgres.log')
  if (existsSync(logFile) && statSync(logFile).size > LOG_BYTES_MAX) truncateSync(logFile)
  const options = [
    `-p ${port}`,
    ...(quick
      ? ['-F', '-c synchronous_commit=off', '-c full_page_writes=off', '-c wal_level=minimal', '-c max_wal_senders=0']
      : []),
  ]
  const started = await runProgram(engine, 'pg_ctl', [
    'start',
    '--wait',
    '--timeout=60',
    `--pgdata=${join(cluster, 'data')}`,
    `--log=${logFile}`,
    '-o',
    options.join(' '),
  ])
  if (started.code === 0) return ''
  log('PostgreSQL did not start at once; trying again')
  return started.output.trim()
}

async function stopServer(engine: Engine, cluster: string, { holder }: Held): Promise<void> {
  const last = await isLast(holder)
  await holder.end().catch(() => undefined)
  if (!last) return
  const stopped = await runProgram(engine, 'pg_ctl', [
    'stop',
    '--mode=fast',
    '--wait',
    '--timeout=60',
    `--pgdata=${join(cluster, 'data')}`,
  ])
  if (stopped.code !== 0 && readPidFile(cluster))
    throw new PlainError(`PostgreSQL did not stop: ${stopped.output.trim()}`)
}

async function isLast(holder: Client): Promise<boolean> {
  try {
    await holder.query('select pg_advisory_unlock_shared($1)', [IN_USE_LOCK])
    const { rows } = await holder.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [IN_USE_LOCK])
    return rows[0]?.alone === true
  } catch {
    return true
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, HOST, () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
