import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Gateway, openGateway } from '../gateway'
import type { Persona } from '../persona'
import { openSimulator } from '../wechat-pay/simulator'

export const LIN: Persona = {
  id: 'lin',
  name: '林女士',
  role: '业主 <3-2-1801>',
  community: '锦绣花园',
  uid: 'uid-lin',
  tries: '报修',
}
export const VISITOR: Persona = {
  id: 'visitor',
  name: '访客',
  role: '还没有绑定房屋',
  community: '',
  uid: 'uid-visitor',
  tries: '找小区',
}

/** A gateway on tiny functions of its own, for tests of the wire alone. */
export interface TestStage {
  gateway: Gateway
  folder: string
  logged: string[]
  demo: { isDemo: boolean }
  login(persona: string): Promise<string>
  call(functionName: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** The status of a request with headers that fetch would set itself, such as Host and Origin. */
  raw(path: string, headers: Record<string, string>, method?: string, body?: string): Promise<number>
  end(): Promise<void>
}

/** Opens it on a free port; `functions` maps a name to the source of its index.js. */
export async function openTestStage(functions: Record<string, string>): Promise<TestStage> {
  const folder = mkdtempSync(join(tmpdir(), 'mingju-gateway-'))
  for (const [name, source] of Object.entries(functions)) {
    mkdirSync(join(folder, 'dist', 'cloudfunctions', name), { recursive: true })
    writeFileSync(join(folder, 'dist', 'cloudfunctions', name, 'index.js'), source)
  }
  writeFileSync(join(folder, 'cloudbaserc.json'), JSON.stringify({ functions: [{ name: 'sleepy', timeout: 1 }] }))
  const logged: string[] = []
  const demo = { isDemo: true }
  const simulator = await openSimulator({ merchants: [], now: () => new Date() })
  const gateway = await openGateway({
    port: 0,
    dataDir: folder,
    distDir: join(folder, 'dist'),
    configFile: join(folder, 'cloudbaserc.json'),
    appUrl: 'postgresql://nobody@127.0.0.1:1/none',
    paymentsUrl: 'postgresql://nobody@127.0.0.1:1/none',
    simulator,
    masterKey: 'none',
    tokenKey: 'a key of this test alone',
    personas: [LIN, VISITOR],
    instance: 'test',
    isDemo: () => Promise.resolve(demo.isDemo),
    isHealthy: () => Promise.resolve(true),
    log: (line) => logged.push(line),
  })
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(gateway.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    gateway,
    folder,
    logged,
    demo,
    login: async (persona) => ((await (await post('/local/login', { persona })).json()) as { token: string }).token,
    call: (functionName, body, headers) => post(`/v1/functions/${functionName}`, body, headers),
    raw: (path, headers, method = 'GET', body = '') => statusOf(gateway.url + path, { headers, method, body }),
    end: async () => {
      await gateway.close()
      await simulator.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function statusOf(
  url: string,
  { headers, method, body }: { headers: Record<string, string>; method: string; body: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
