import { join } from 'node:path'
import { CHECKOUT, defaultDataDir, loadSecrets } from './data-dir'
import { type DatabaseUrls, ensureDatabase, openAppLogin } from './databases'
import { tellChapters } from './demo/chapters'
import { ensureDemo } from './demo/people'
import { PERSONAS } from './demo/personas'
import { type Gateway, openGateway } from './gateway'
import { type Clockwork, startClockwork } from './gateway/clockwork'
import { migrate } from './migrate'
import { PlainError } from './plain-error'
import { type Postgres, startPostgres } from './postgres'
import { listenToSignals, type Signals } from './signals'
import { openStagePay } from './wechat-pay/stage-pay'
import type { Simulator } from './wechat-pay/simulator'
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
  simulator?: Simulator
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
  await step('WeChat Pay (simulator)', signals, async () => {
    running.simulator = await openStagePay({ dataDir, ownerUrl: urls.ownerUrl, masterKey: secrets.masterKey })
  })
  await step('gateway', signals, async () => {
    const log = (line: string) => console.log(line)
    const { watch, simulator } = running
    if (!watch || !simulator) throw new Error('the database is not watched')
    running.gateway = await openGateway({
      port: options.port,
      instance: options.instance,
      dataDir,
      distDir: join(CHECKOUT, 'dist'),
      configFile: join(CHECKOUT, 'cloudbaserc.json'),
      appUrl: urls.appUrl,
      paymentsUrl: urls.paymentsUrl,
      masterKey: secrets.masterKey,
      tokenKey: secrets.tokenKey,
      personas: PERSONAS,
      simulator,
      isDemo: () => watch.isDemo(),
      isHealthy: () => watch.isHealthy(),
      log,
    })
    running.clockwork = startClockwork({ host: running.gateway.host, log })
  })
  const { gateway, simulator } = running
  if (!gateway || !simulator) return
  const parts = { host: gateway.host, ownerUrl: urls.ownerUrl, simulator }
  await step('demo chapters', signals, (log) => tellChapters(parts, log))
}

/** The server that the operator names, or our own; in either case for this copy alone. */
async function openDatabase(dataDir: string, running: Running, log: (line: string) => void): Promise<DatabaseUrls> {
  const urls = givenUrls() ?? (await startOwnServer(dataDir, running, log))
  running.watch = await watchDatabase(urls.ownerUrl)
  if (!running.postgres) await ensureDemoOrEmpty(urls.ownerUrl)
  return urls
}

function givenUrls(): DatabaseUrls | undefined {
  const { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl, PAYMENTS_DATABASE_URL: paymentsUrl } = process.env
  if (ownerUrl && appUrl && paymentsUrl) return { ownerUrl, appUrl, paymentsUrl }
  if (!ownerUrl && !appUrl && !paymentsUrl) return undefined
  throw new PlainError(
    'Give all of DATABASE_URL (the owner), APP_DATABASE_URL (mingju_app) and PAYMENTS_DATABASE_URL (mingju_payments), or none.',
  )
}

async function startOwnServer(dataDir: string, running: Running, log: (line: string) => void): Promise<DatabaseUrls> {
  running.postgres = await startPostgres({ dataDir, log })
  return await ensureDatabase(running.postgres, DATABASE)
}

async function stop(running: Running): Promise<void> {
  running.clockwork?.stop()
  await running.simulator?.close()
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
