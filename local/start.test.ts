import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { CHECKOUT } from './data-dir'

interface Ended {
  code: number | null
  said: string
}

/** Runs the entry of `npm start` where it must end by itself, before any work. */
function start(env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(CHECKOUT, 'local', 'start.mjs')], { env: { ...process.env, ...env } })
    let said = ''
    const gather = (chunk: Buffer) => {
      said += chunk.toString()
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('close', (code) => resolve({ code, said }))
  })
}

function hold(port = 0): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy())
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, port: address && typeof address === 'object' ? address.port : 0 })
    })
  })
}

describe('npm start, before any long work', () => {
  it('says in one line that the port is taken and what to type', async () => {
    const { server, port } = await hold()
    const { code, said } = await start({ PORT: String(port) })
    server.close()
    expect({ code, said }).toEqual({
      code: 1,
      said: `Port ${port} is taken. Take another: PORT=${port + 1} npm start\n`,
    })
  })

  it.each(['abc', '0', '70000', '80.5'])('refuses PORT=%s', async (port) => {
    const { code, said } = await start({ PORT: port })
    expect(code).toBe(1)
    expect(said).toContain(`PORT=${port} is not a port`)
  })

  it('does not run in production', async () => {
    const { code, said } = await start({ NODE_ENV: 'production' })
    expect(code).toBe(1)
    expect(said).toContain('never runs with NODE_ENV=production')
  })
})
