/**
 * What `npm start` and `npm test` share before any TypeScript can run: Node's version, npm packages, builds, the port.
 * Node built-ins alone, because on a fresh clone there is nothing else.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const CHECKOUT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const NODE_MAJOR_MIN = 20

/** What each build is made from, and the file that shows it was made. */
const SCREENS = ['src', 'types', 'config', 'babel.config.js', 'tsconfig.json', 'package-lock.json']
const BUILDS = [
  {
    name: 'h5',
    script: 'build:h5',
    what: 'the pages for the browser',
    made: 'dist/h5/index.html',
    sources: SCREENS,
  },
  {
    name: 'weapp',
    script: 'build:weapp',
    what: 'the mini-program',
    made: 'dist/weapp/app.json',
    sources: SCREENS,
  },
  {
    name: 'functions',
    script: 'build:functions',
    what: 'the cloud functions',
    made: 'dist/cloudfunctions',
    sources: ['cloudfunctions', 'types', 'config/build-functions.ts', 'tsconfig.json', 'package-lock.json'],
  },
]

/** Something the operator can put right: said in one line, without a stack. */
export class Plain extends Error {}

/** Runs the work of a command and ends the process with 1 and one clear line if it fails. */
export async function command(work) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Plain ? error.message : error)
    process.exit(1)
  }
}

/** Says what is done, does it, and says how long it took. */
export async function step(what, work) {
  const began = Date.now()
  const result = await work((line) => console.log(`  ${line}`))
  console.log(`${what.padEnd(34)} ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s`)
  return result
}

export function ensureNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < NODE_MAJOR_MIN)
    throw new Plain(`Mingju needs Node ${NODE_MAJOR_MIN} or newer; this is ${process.version}.`)
}

/** Installs the npm packages when they are missing or are not those of package-lock.json. */
export async function ensurePackages() {
  const lockText = readFileSync(join(CHECKOUT, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lockText).digest('hex')
  const stamp = join(CHECKOUT, 'node_modules', '.mingju-stamp')
  if (readOr(stamp) === hash) return
  if (!isInstalled(JSON.parse(lockText))) {
    await step('npm packages', async (say) => {
      say('installing, about a minute the first time …')
      await run(npm(), [...npmArgs(), 'ci', '--no-progress'])
    })
  }
  writeFileSync(stamp, hash)
}

/** Builds what is missing or older than its sources; the stage needs the pages and the functions, the checks need all. */
export async function ensureBuilt(wanted = ['h5', 'functions']) {
  for (const { name, script, what, made, sources } of BUILDS) {
    if (!wanted.includes(name)) continue
    const stamp = join(CHECKOUT, 'dist', '.stamps', name)
    const hash = hashOf(sources)
    if (readOr(stamp) === hash && existsSync(join(CHECKOUT, made))) continue
    // Without its stamp a build that is killed half-way is made again.
    rmSync(stamp, { force: true })
    await step(what, async (say) => {
      say('building …')
      await run(npm(), [...npmArgs(), 'run', '--silent', script], { NODE_ENV: 'production' }, { quiet: true })
    })
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, hash)
  }
}

export function readPort() {
  const port = Number(process.env.PORT ?? 8080)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Plain(
    `PORT=${process.env.PORT} is not a port; take a number from 1 to 65535, for example PORT=8081 npm start`,
  )
}

/** Names this copy: the same checkout on the same data. Asked at /healthz before a second copy does any work. */
export function instanceName() {
  const { MINGJU_DATA = '', DATABASE_URL = '' } = process.env
  const database = DATABASE_URL.replace(/\/\/[^@/]*@/, '//')
  return createHash('sha256')
    .update([CHECKOUT, MINGJU_DATA && resolve(MINGJU_DATA), database].join('\n'))
    .digest('hex')
    .slice(0, 12)
}

/** Refuses a port that something else holds, before the long work, and knows our own copy by its answer. */
export async function ensurePortIsFree(port, instance, waitMs = 2_500) {
  const trouble = await tryPort(port)
  if (!trouble) return
  if (trouble === 'EACCES')
    throw new Plain(`Port ${port} needs rights that you do not have. Take another: PORT=8081 npm start`)
  const running = await askHealth(port)
  if (running?.app === 'mingju' && running.instance === instance && waitMs > 0) {
    // It may be on its way out: an npm that was killed takes its server with it a moment later.
    await new Promise((done) => setTimeout(done, 500))
    return ensurePortIsFree(port, instance, waitMs - 500)
  }
  if (running?.app === 'mingju' && running.instance === instance) {
    throw new Plain(`Mingju already runs on http://127.0.0.1:${port} with these data. Use that one, or stop it first.`)
  }
  const other = running?.app === 'mingju' ? ' by another copy of Mingju' : ''
  throw new Plain(`Port ${port} is taken${other}. Take another: PORT=${port === 8080 ? 8081 : port + 1} npm start`)
}

/**
 * Runs a program to its end; a failure is an error. A signal to us is handed on.
 * Quiet: its output is shown only when it fails, and then its end, where the reason stands.
 */
export function run(file, args, env = {}, { quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(file, args, {
      cwd: CHECKOUT,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    const hand = (signal) => child.kill(signal)
    process.on('SIGTERM', hand)
    process.on('SIGINT', hand)
    child.on('error', (error) => fail(new Plain(`${file} could not be started: ${error.message}`)))
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', hand)
      process.off('SIGINT', hand)
      if (code === 0) return done(output)
      const name = [file, ...args].join(' ').replace(npmAsWeCallIt(), 'npm')
      fail(new Plain(`${lastLines(output)}${name} failed (${signal ?? `exit ${code}`})`))
    })
  })
}

/** Without the colours and cursor movements of a progress bar. */
function lastLines(output) {
  const lines = output
    .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines
    .slice(-60)
    .map((line) => `${line}\n`)
    .join('')
}

/** npm as it runs us, or the one on the PATH. */
export const npm = () => (process.env.npm_execpath?.endsWith('.js') ? process.execPath : 'npm')
export const npmArgs = () => (process.env.npm_execpath?.endsWith('.js') ? [process.env.npm_execpath] : [])

const npmAsWeCallIt = () => [npm(), ...npmArgs()].join(' ')

/** A node_modules that somebody installed by hand is as good as ours when it holds what the lock names. */
function isInstalled(lock) {
  const hidden = readOr(join(CHECKOUT, 'node_modules', '.package-lock.json'))
  if (!hidden) return false
  const present = JSON.parse(hidden).packages
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || wanted.devOptional || present[path]?.version === wanted.version,
  )
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version)
  const take = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) take(join(path, name))
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash
        .update(`${path.slice(CHECKOUT.length)}\0`)
        .update(readFileSync(path))
        .update('\0')
    }
  }
  for (const path of paths) take(join(CHECKOUT, path))
  return hash.digest('hex')
}

function readOr(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function tryPort(port) {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', (error) => done(error.code))
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => done(undefined)))
  })
}

/** By the bare client: whatever holds the port may speak no HTTP at all, and must not keep us waiting. */
function askHealth(port) {
  return new Promise((done) => {
    const asked = get({ host: '127.0.0.1', port, path: '/healthz' }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => done(parseOr(text)))
      response.on('error', () => done(undefined))
    })
    const patience = setTimeout(() => asked.destroy(), 3_000)
    asked.on('error', () => done(undefined))
    asked.on('close', () => {
      clearTimeout(patience)
      done(undefined)
    })
  })
}

function parseOr(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
