import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { CHECKOUT } from '../data-dir'
import type { Persona } from '../persona'
import { readJsonObject } from './body'
import { chooserPage, closedPage } from './chooser'
import { requestIdOf } from './client-api'
import { pagePolicy } from './guards'
import { PlatformError, sayError } from './platform-error'
import { addTill } from './till'
import type { Simulator } from '../wechat-pay/simulator'
import type { Tokens } from './tokens'
import type { Wechat } from './wechat'

export interface LocalApiParts {
  personas: readonly Persona[]
  tokens: Tokens
  wechat: Wechat
  simulator: Simulator
  /** Asked at every request: a login without a password must not outlive the database's mark as a demonstration. */
  isDemo: () => Promise<boolean>
}

/** What exists on one machine alone: the chooser, its login without a password, the till, and WeChat's outbox. */
export function localApi({ personas, tokens, wechat, simulator, isDemo }: LocalApiParts): Hono {
  const api = new Hono()
  api.get('/', async (c) => ((await isDemo()) ? html(c, chooserPage(personas)) : html(c, closedPage())))
  api.get('/local/pages.css', (c) => c.body(readPage('pages.css'), 200, { 'content-type': 'text/css; charset=utf-8' }))
  api.get('/favicon.ico', (c) => c.body(ICON, 200, { 'content-type': 'image/svg+xml' }))
  api.use('/local/*', onlyDemo(isDemo))
  api.get('/local/personas', (c) =>
    c.json(personas.map(({ id, name, role, community }) => ({ id, name, role, community }))),
  )
  api.post('/local/login', async (c) => {
    const { persona } = await readJsonObject(c.req.raw)
    const chosen = personas.find(({ id }) => id === persona)
    if (!chosen) throw new PlatformError('NOT_FOUND', 'there is no such persona')
    return c.json({ token: await tokens.issue(chosen.uid) })
  })
  api.post('/local/phone-code', async (c) => {
    const uid = await tokens.uidOf(c.req.header('authorization'))
    const number = personas.find((persona) => persona.uid === uid)?.phone
    return c.json(number === undefined ? {} : { code: wechat.phoneCodeFor(number) })
  })
  api.get('/local/outbox-wechat', (c) => c.json(wechat.sent()))
  addTill(api, { simulator, tokens })
  for (const name of ['host', 'chooser', 'till']) {
    const script = compile(`${name}.ts`)
    api.get(`/local/${name}.js`, (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  }
  return api
}

function onlyDemo(isDemo: () => Promise<boolean>): MiddlewareHandler {
  return async (c, next) => {
    if (!(await isDemo())) return sayError(c, new PlatformError('NOT_FOUND'), requestIdOf(c))
    c.header('cache-control', 'no-store')
    await next()
  }
}

function html(c: Context, text: string): Response {
  return c.html(text, 200, { 'content-security-policy': pagePolicy({}), 'cache-control': 'no-store' })
}

function readPage(name: string): string {
  return readFileSync(join(CHECKOUT, 'local', 'pages', name), 'utf8')
}

/** The pages' scripts are TypeScript like everything else; they are small enough to compile when the stage starts. */
function compile(name: string): string {
  return transformSync(readPage(name), { loader: 'ts', format: 'iife', target: 'es2020', charset: 'utf8' }).code
}

/** Browsers ask for it by themselves; a missing one is a red line in the console of every page. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0B6E4F"/>' +
  '<path d="M8 16.5 16 9l8 7.5M11 15v8h10v-8" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>'
