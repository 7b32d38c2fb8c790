import { Client } from 'pg'
import { ensureDatabase, openAppLogin } from '../databases'
import { migrate } from '../migrate'
import type { Postgres } from '../postgres'
import { startTestServer, templateName } from './test-server'

declare global {
  // Kept from set-up to teardown, which jest runs in the same process.
  var mingjuTestServer: Postgres | undefined
}

/** Starts the server of the tests and migrates the template, twice: the second time must find nothing to do. */
export default async function globalSetup(): Promise<void> {
  const server = await startTestServer()
  globalThis.mingjuTestServer = server
  const { ownerUrl } = await ensureDatabase(server, templateName())
  await migrate({ ownerUrl, log: () => undefined })
  const again = await migrate({ ownerUrl, log: () => undefined })
  if (again.length > 0) throw new Error(`migrations ran twice: ${again.join(', ')}`)
  await openAppLogin(server)
  await markAsTest(ownerUrl)
}

async function markAsTest(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("update app.deployment set kind = 'test'")
  await owner.end()
}
