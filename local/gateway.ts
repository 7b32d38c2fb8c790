import { join } from 'node:path'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { adminApi } from './gateway/admin-api'
import { appFiles } from './gateway/app-files'
import { clientApi, requestIdOf } from './gateway/client-api'
import { createFunctionHost, type FunctionHost, setFunctionEnvironment } from './gateway/function-host'
import { onlyOwnPages, securityHeaders } from './gateway/guards'
import { localApi } from './gateway/local-api'
import { PlatformError, sayError } from './gateway/platform-error'
import { createStorage } from './gateway/storage'
import { createTokens } from './gateway/tokens'
import { createWechat, type Wechat } from './gateway/wechat'
import { paymentNoticeRoute } from './gateway/payment-notice'
import type { Persona } from './persona'
import type { Simulator } from './wechat-pay/simulator'

export interface GatewayOptions {
  /** 0 takes any free port. */
  port: number
  /** Holds the files of the storage. */
  dataDir: string
  /** The build: `h5/` and `cloudfunctions/<fn>/index.js`. */
  distDir: string
  /** cloudbaserc.json with the functions' time limits. */
  configFile: string
  /** What the functions find in their environment. */
  appUrl: string
  paymentsUrl: string
  masterKey: string
  tokenKey: string
  personas: readonly Persona[]
  /** What stands for WeChat Pay. */
  simulator: Simulator
  /** Names this copy, so that another start can tell whether it is its own data that are served. */
  instance: string
  isDemo: () => Promise<boolean>
  isHealthy: () => Promise<boolean>
  log: (line: string) => void
}

export interface Gateway {
  url: string
  host: FunctionHost
  wechat: Wechat
  /** Takes no new call, lets those under way end (at most `waitMs`), and lets go of the port. */
  close(waitMs?: number): Promise<void>
}

/** Opens CloudBase's addresses on this machine's loopback: for clients, for the SDK inside functions, and for the chooser. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('The local stage signs people in without a password; it never runs with NODE_ENV=production.')
  }
  const host = createFunctionHost({
    folder: join(options.distDir, 'cloudfunctions'),
    configFile: options.configFile,
    log: options.log,
  })
  const address = { origin: '' }
  const wechat = createWechat()
  const server = await listen(buildApp(options, { host, wechat }, address), options.port)
  const port = portOf(server)
  address.origin = `http://127.0.0.1:${port}`
  const { appUrl, paymentsUrl, masterKey, simulator } = options
  setFunctionEnvironment({ port, appUrl, paymentsUrl, masterKey, wechatPayUrl: simulator.url })
  return {
    url: address.origin,
    host,
    wechat,
    close: (waitMs = 10_000) => close(server, host, { waitMs, log: options.log }),
  }
}

function buildApp(
  options: GatewayOptions,
  { host, wechat }: { host: FunctionHost; wechat: Wechat },
  address: { origin: string },
): Hono {
  const { log, tokenKey, personas, simulator, isDemo } = options
  const tokens = createTokens(tokenKey)
  const storage = createStorage({ folder: join(options.dataDir, 'files'), key: tokenKey, origin: () => address.origin })
  const app = new Hono()
  app.use(securityHeaders)
  app.use(onlyOwnPages)
  app.get('/healthz', async (c) => {
    const ok = await options.isHealthy()
    return c.json({ app: 'mingju', ok, instance: options.instance }, ok ? 200 : 503)
  })
  app.route('/', clientApi({ host, tokens, log }))
  app.route('/', adminApi({ host, storage, wechat, log }))
  app.route('/', storage.routes)
  app.route('/', paymentNoticeRoute(host))
  app.route('/', localApi({ personas, tokens, wechat, simulator, isDemo }))
  app.route('/', appFiles(join(options.distDir, 'h5')))
  app.notFound((c) => sayError(c, new PlatformError('NOT_FOUND'), requestIdOf(c)))
  app.onError((error, c) => {
    if (error instanceof PlatformError) return sayError(c, error, requestIdOf(c))
    log(`gateway failed: ${error.stack ?? error.message}`)
    return sayError(c, new PlatformError('SYS_ERR'), requestIdOf(c))
  })
  return app
}

function listen(app: Hono, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server)) as Server
    server.once('error', reject)
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the gateway listens on no port')
  return address.port
}

async function close(
  server: Server,
  host: FunctionHost,
  { waitMs, log }: { waitMs: number; log: (line: string) => void },
): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const left = await host.drain(waitMs)
  if (left > 0) log(`${left} calls did not end within ${waitMs / 1000} seconds and were left behind`)
  // A moment for the last answers to leave; browsers keep idle connections open for ever.
  setTimeout(() => server.closeAllConnections(), 200)
  await closed
}
