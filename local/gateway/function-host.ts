import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Caller, contextFor, type FunctionContext, IDENTITY_KEYS } from './function-context'
import { LOCAL_ENV } from '../persona'
import { PlatformError } from './platform-error'

const FUNCTION_NAME = /^[a-z][a-z0-9-]{0,59}$/
/** The platform's own default, when cloudbaserc.json says nothing. */
const TIMEOUT_DEFAULT_SECONDS = 5

type Main = (event: unknown, context: FunctionContext) => unknown

export interface Call {
  functionName: string
  event: unknown
  caller: Caller
  requestId: string
  sourceIp: string
}

export interface FunctionHost {
  has(functionName: string): boolean
  /** Runs a function and gives its answer as JSON text; throws PlatformError as the platform would refuse. */
  invoke(call: Call): Promise<string>
  /** Resolves when no call is under way any more, or after `waitMs`; says how many were left. */
  drain(waitMs: number): Promise<number>
}

export interface FunctionHostOptions {
  /** Holds `<function>/index.js`. */
  folder: string
  /** cloudbaserc.json, for the time limits; may be missing. */
  configFile: string
  log: (line: string) => void
}

/** Serves the built functions in this process, each loaded at its first call as a cold instance would be. */
export function createFunctionHost({ folder, configFile, log }: FunctionHostOptions): FunctionHost {
  const timeouts = readTimeouts(configFile)
  const loaded = new Map<string, Main>()
  const underWay = new Set<Promise<unknown>>()
  const fileOf = (name: string) => join(folder, name, 'index.js')
  const has = (name: string) => FUNCTION_NAME.test(name) && existsSync(fileOf(name))

  const mainOf = (name: string): Main => {
    const known = loaded.get(name)
    if (known) return known
    if (!has(name)) throw new PlatformError('FUNCTION_NOT_FOUND')
    const main = load(fileOf(name))
    loaded.set(name, main)
    return main
  }

  const invoke = async (call: Call): Promise<string> => {
    const timeLimitMs = (timeouts.get(call.functionName) ?? TIMEOUT_DEFAULT_SECONDS) * 1000
    const main = mainOf(call.functionName)
    const context = contextFor({ ...call, timeLimitMs })
    // Through a promise, so that a synchronous throw is the same failure as a rejected one.
    const running = Promise.resolve().then(() => main(call.event, context))
    const settled = running
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => underWay.delete(settled))
    underWay.add(settled)
    try {
      return JSON.stringify((await withinLimit(running, timeLimitMs)) ?? null)
    } catch (error) {
      if (error instanceof PlatformError) throw error
      log(
        `function ${call.functionName} failed (${call.requestId}): ${error instanceof Error ? error.stack : String(error)}`,
      )
      throw new PlatformError('FUNCTION_INVOCATION_FAILED')
    }
  }

  const drain = async (waitMs: number): Promise<number> => {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, waitMs)
    })
    await Promise.race([Promise.all([...underWay]), patience])
    clearTimeout(timer)
    return underWay.size
  }

  return { has, invoke, drain }
}

/**
 * Sets what every function finds in process.env, before the first is loaded. The SDK is pointed at our own /admin
 * and told that it stands inside the platform, or its first call would ask a host of the internet where it is.
 */
export function setFunctionEnvironment(given: {
  port: number
  appUrl: string
  paymentsUrl: string
  masterKey: string
  wechatPayUrl: string
}): void {
  // The owner's address must not be within reach of a function: row security would be no wall.
  delete process.env.DATABASE_URL
  for (const key of IDENTITY_KEYS) delete process.env[key]
  Object.assign(process.env, {
    APP_DATABASE_URL: given.appUrl,
    PAYMENTS_DATABASE_URL: given.paymentsUrl,
    MINGJU_MASTER_KEY: given.masterKey,
    MINGJU_WECHAT_PAY_URL: given.wechatPayUrl,
    MINGJU_NOTICE_URL: `http://127.0.0.1:${given.port}/payment-notice`,
    MINGJU_HMAC_KEY: createHmac('sha256', given.masterKey).update('owner register').digest('base64'),
    // One process stands for all the instances that the platform would run.
    MINGJU_POOL_MAX: '10',
    TCB_ENV: LOCAL_ENV,
    SCF_NAMESPACE: LOCAL_ENV,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: LOCAL_SECRET_ID,
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${given.port}/admin` }),
  })
}

/** The credential id that the local /admin expects from the SDK. */
export const LOCAL_SECRET_ID = 'mingju-local-secret-id'

function load(file: string): Main {
  const loadedModule: unknown = createRequire(file)(file)
  const main = (loadedModule as { main?: unknown }).main
  if (typeof main !== 'function') throw new Error(`${file} exports no main(event, context)`)
  return main as Main
}

function readTimeouts(configFile: string): Map<string, number> {
  if (!existsSync(configFile)) return new Map()
  const config = JSON.parse(readFileSync(configFile, 'utf8')) as { functions?: { name: string; timeout?: number }[] }
  return new Map((config.functions ?? []).map(({ name, timeout }) => [name, timeout ?? TIMEOUT_DEFAULT_SECONDS]))
}

/** The platform kills the instance at the limit; here the call goes on alone, and its late answer is thrown away. */
async function withinLimit<T>(running: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PlatformError('FUNCTION_TIME_LIMIT_EXCEEDED')), limitMs)
  })
  try {
    return await Promise.race([running, limit])
  } finally {
    clearTimeout(timer)
  }
}
