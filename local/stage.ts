import { join } from 'node:path'
import { CHECKOUT, defaultDataDir, loadSecrets } from './data-dir'
import { ensureDatabase, openAppLogin } from './databases'
import { tellChapters } from './demo/chapters'
import { ensureDemo } from './demo/people'
import { PERSONAS } from './demo/personas'
import { type Gateway, openGateway } from './gateway'
import { type Clockwork, startClockwork } from './gateway/clockwork'
import { migrate } from './migrate'
import { PlainError } from './plain-error'
import { type Postgres, startPostgres } from './postgres'
import { listenToSignals, type Signals } from './signals'
import { ensureAppUrlWorks, ensureDemoOrEmpty, markAsDemo, type Watch, watchDatabase } from './stage-database'

const DATABASE = 'mingju'

export interface StageOptions {
  port: number
  instance: string
}

/** What has been started so far, and must be ended in the opposite order. */
interface Running {
  postgres?: Postgres
  watch?: Watch
  gateway?: Gateway
  clockwork?: Clockwork
}

/** Starts everything on this machine, says `ready`, and ends it in order when it is told to. */
export async function runStage(options: StageOptions): Promise<void> {
  const running: Running = {}
  const signals = listenToSignals()
  process.on('unhandledRejection', (reason) =>
    console.error('a function left a failure unhandled; on the platform its instance would die:', reason),
  )
  try {
    await start(options, running, signals)
    if (!signals.stopping()) console.log(`ready ${running.gateway?.url ?? ''}`)
    await signals.received
    console.log('stopping: calls under way may end …')
    await stop(running)
    process.exit(0)
  } catch (error) {
    console.error(sentenceOf(error, options.port))
    await stop(running).catch((failure: unknown) => console.error(failure))
    process.exit(1)
  }
}

async function start(options: StageOptions, running: Running, signals: Signals): Promise<void> {
  const dataDir = defaultDataDir()
  const secrets = loadSecrets(dataDir)
  const urls = await step('PostgreSQL', signals, (log) => openDatabase(dataDir, running, log))
  if (!urls) return
  await step('database shape', signals, async (log) => {
    await migrate({ ownerUrl: urls.ownerUrl, log })
    await markAsDemo(urls.ownerUrl)
    await (running.postgres ? openAppLogin(running.postgres) : ensureAppUrlWorks(urls.ownerUrl, urls.appUrl))
  })
  await step('demo people', signals, (log) => ensureDemo({ ownerUrl: urls.ownerUrl, log }))
  await step('gateway', signals, async () => {
    const log = (line: string) => console.log(line)
    const watch = running.watch
    if (!watch) throw new Error('the database is not watched')
    running.gateway = await openGateway({
      port: options.port,
      instance: options.instance,
      dataDir,
      distDir: join(CHECKOUT, 'dist'),
      configFile: join(CHECKOUT, 'cloudbaserc.json'),
      appUrl: urls.appUrl,
      masterKey: secrets.masterKey,
      tokenKey: secrets.tokenKey,
      personas: PERSONAS,
      isDemo: () => watch.isDemo(),
      isHealthy: () => watch.isHealthy(),
      log,
    })
    running.clockwork = startClockwork({ host: running.gateway.host, log })
  })
  const gateway = running.gateway
  if (gateway)
    await step('demo chapters', signals, (log) => tellChapters({ host: gateway.host, ownerUrl: urls.ownerUrl }, log))
}

/** The server that the operator names, or our own; in either case for this copy alone. */
async function openDatabase(
  dataDir: string,
  running: Running,
  log: (line: string) => void,
): Promise<{ ownerUrl: string; appUrl: string }> {
  const urls = givenUrls() ?? (await startOwnServer(dataDir, running, log))
  running.watch = await watchDatabase(urls.ownerUrl)
  if (!running.postgres) await ensureDemoOrEmpty(urls.ownerUrl)
  return urls
}

function givenUrls(): { ownerUrl: string; appUrl: string } | undefined {
  const { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl } = process.env
  if (ownerUrl && appUrl) return { ownerUrl, appUrl }
  if (!ownerUrl && !appUrl) return undefined
  throw new PlainError(
    'Give both DATABASE_URL (the owner) and APP_DATABASE_URL (the functions’ role, mingju_app), or neither.',
  )
}

async function startOwnServer(
  dataDir: string,
  running: Running,
  log: (line: string) => void,
): Promise<{ ownerUrl: string; appUrl: string }> {
  running.postgres = await startPostgres({ dataDir, log })
  return await ensureDatabase(running.postgres, DATABASE)
}

async function stop(running: Running): Promise<void> {
  running.clockwork?.stop()
  await running.gateway?.close()
  await running.watch?.end()
  await running.postgres?.stop()
}

/** Does one step and says how long it took; after a signal no further step begins. */
async function step<T>(
  what: string,
  signals: Signals,
  work: (log: (line: string) => void) => Promise<T>,
): Promise<T | undefined> {
  if (signals.stopping()) return undefined
  const began = Date.now()
  const result = await work((line) => console.log(`  ${line}`))
  console.log(`${what.padEnd(34)} ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s`)
  return result
}

function sentenceOf(error: unknown, port: number): string {
  if (error instanceof PlainError) return error.message
  const { code } = error as { code?: unknown }
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Take another: PORT=${port + 1} npm start`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
