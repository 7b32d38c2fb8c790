import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const REPO = resolve(__dirname, '../..')

/** A first start makes the database and the demo people; on two busy cores that takes its time. */
const START_MS = 180_000
const STOP_MS = 20_000

export interface Stage {
  url: string
  stop(): Promise<void>
}

declare global {
  // Kept from set-up to teardown, which jest runs in the same process.
  var mingjuStage: Stage | undefined
}

/** `npm start` itself, on a free port, with data of its own. */
export async function startStage(): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), 'mingju-journeys-'))
  // The database runs as another user when we are root, and must be able to walk in.
  chmodSync(data, 0o755)
  const port = await freePort()
  const server = spawn(process.execPath, ['local/start.mjs'], {
    cwd: REPO,
    env: { ...process.env, PORT: String(port), MINGJU_DATA: join(data, 'stage') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await readyUrl(server)
  const stop = async () => {
    await ended(server)
    rmSync(data, { recursive: true, force: true })
  }
  return { url, stop }
}

function readyUrl(server: ChildProcess): Promise<string> {
  return new Promise((ready, fail) => {
    let said = ''
    const giveUp = (why: string) => {
      server.kill('SIGINT')
      fail(new Error(`npm start ${why}:\n${said}`))
    }
    const timer = setTimeout(() => giveUp('was not ready in time'), START_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /ready (http:\/\/\S+)/.exec(said)?.[1]
      if (!url) return
      clearTimeout(timer)
      ready(url.replace(/\/$/, ''))
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', (code) => {
      clearTimeout(timer)
      giveUp(`ended with ${String(code)}`)
    })
  })
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((done) => {
    const harder = setTimeout(() => server.kill('SIGKILL'), STOP_MS)
    server.once('exit', () => {
      clearTimeout(harder)
      done()
    })
    server.kill('SIGINT')
  })
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? found(address.port) : fail(new Error('no free port')),
      )
    })
  })
}
