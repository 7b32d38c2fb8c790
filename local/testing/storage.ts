import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '../../types/contracts'
import type { FilePurpose } from '../../types/vocabulary/file'
import type { Main } from '../../cloudfunctions/shared/call/serve'
import { openGateway } from '../gateway'
import { openSimulator } from '../wechat-pay/simulator'
import { callAs, yes } from './stage'

/** The platform's storage behind real sockets, for functions that speak to it through the real SDK. */
export interface TestStorage {
  /** What WeChat's phone button hands over to somebody with this number. */
  phoneCodeFor(number: string): string
  /** What really lies in the bucket under this path. */
  read(cloudPath: string): Promise<Buffer>
  close(): Promise<void>
}

export async function openTestStorage(appUrl: string): Promise<TestStorage> {
  const folder = mkdtempSync(join(tmpdir(), 'mingju-storage-'))
  const simulator = await openSimulator({ merchants: [], now: () => new Date() })
  const gateway = await openGateway({
    port: 0,
    dataDir: folder,
    distDir: folder,
    configFile: join(folder, 'cloudbaserc.json'),
    appUrl,
    paymentsUrl: appUrl, // no function of these tests pays
    simulator,
    masterKey: 'a master key of the tests alone',
    tokenKey: 'a token key of the tests alone',
    personas: [],
    instance: 'test',
    isDemo: () => Promise.resolve(true),
    isHealthy: () => Promise.resolve(true),
    log: () => undefined,
  })
  return {
    phoneCodeFor: (number) => gateway.wechat.phoneCodeFor(number),
    read: (cloudPath) => readFile(join(folder, 'files', cloudPath)),
    close: async () => {
      await gateway.close()
      await simulator.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface Upload {
  name: string
  bytes: Buffer
  purpose: FilePurpose
}

/** Puts the bytes where the ticket says, as a browser does. */
export const putBytes = (ticket: Output<'files.requestUpload'>, bytes: Buffer): Promise<Response> =>
  fetch(ticket.put.url, { method: 'PUT', headers: ticket.put.headers, body: new Uint8Array(bytes) })

/** Ticket, bytes, check: gives the id of a file that may now be attached. */
export async function upload(files: Main, openid: string, { name, bytes, purpose }: Upload): Promise<string> {
  const ticket = await yes(callAs(files, openid, 'files.requestUpload', { purpose, name, sizeBytes: bytes.length }))
  await putBytes(ticket, bytes)
  return (await yes(callAs(files, openid, 'files.confirmUpload', { fileId: ticket.fileId }))).fileId
}
