import { Client } from 'pg'
import { defaultDataDir } from './data-dir'
import { type DatabaseUrls, dropDatabase, ensureDatabase, openAppLogin } from './databases'
import { migrate } from './migrate'
import { type Postgres, startPostgres } from './postgres'
import { ensureAppUrlWorks, ensureDemoOrEmpty, markAsDemo, watchDatabase } from './stage-database'

const DATABASE = 'stage_database_test'
const quietly = () => undefined
let pg: Postgres
let urls: DatabaseUrls

beforeAll(async () => {
  pg = await startPostgres({ dataDir: defaultDataDir('test'), log: quietly, quick: true })
}, 60_000)
afterAll(() => pg.stop(), 60_000)
beforeEach(async () => {
  urls = await ensureDatabase(pg, DATABASE)
})
afterEach(() => dropDatabase(pg, DATABASE))

async function run(sql: string): Promise<void> {
  const client = new Client({ connectionString: urls.ownerUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

describe('a database that npm start is given', () => {
  it('is taken when it is empty, and again after a kill between its first migration and its mark', async () => {
    await ensureDemoOrEmpty(urls.ownerUrl)
    await migrate({ ownerUrl: urls.ownerUrl, log: quietly })
    await ensureDemoOrEmpty(urls.ownerUrl)
    await markAsDemo(urls.ownerUrl)
    await ensureDemoOrEmpty(urls.ownerUrl)
  })

  it('is left alone when it holds somebody’s own tables', async () => {
    await run('create table ledger (n int)')
    await expect(ensureDemoOrEmpty(urls.ownerUrl)).rejects.toThrow('is not empty and is not marked as a demonstration')
  })

  it('is left alone when it is a production database of ours', async () => {
    await migrate({ ownerUrl: urls.ownerUrl, log: quietly })
    await expect(ensureDemoOrEmpty(urls.ownerUrl)).rejects.toThrow('is not empty and is not marked as a demonstration')
  })

  it('is opened only to the functions’ role, and a wrong password is said at once', async () => {
    await migrate({ ownerUrl: urls.ownerUrl, log: quietly })
    await openAppLogin(pg)
    await ensureAppUrlWorks(urls.ownerUrl, urls.appUrl)
    const wrong = new URL(urls.appUrl)
    wrong.password = 'guess'
    await expect(ensureAppUrlWorks(urls.ownerUrl, wrong.href)).rejects.toThrow(
      'APP_DATABASE_URL does not open the database',
    )
  })
})

describe('the stage’s own connection', () => {
  it('keeps a second copy of the stage away until the first has ended', async () => {
    const first = await watchDatabase(urls.ownerUrl)
    await expect(watchDatabase(urls.ownerUrl)).rejects.toThrow('Another copy of Mingju runs on these data')
    await first.end()
    await (await watchDatabase(urls.ownerUrl)).end()
  })

  it('opens the login only to a demonstration', async () => {
    const watch = await watchDatabase(urls.ownerUrl)
    expect(await watch.isDemo()).toBe(false)
    await migrate({ ownerUrl: urls.ownerUrl, log: quietly })
    expect(await watch.isDemo()).toBe(false)
    await markAsDemo(urls.ownerUrl)
    expect(await watch.isDemo()).toBe(true)
    await watch.end()
  })

  it('comes back after the server has dropped it', async () => {
    const watch = await watchDatabase(urls.ownerUrl)
    expect(await watch.isHealthy()).toBe(true)
    await run(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mingju stage' and datname = current_database()",
    )
    const answers = [await watch.isHealthy(), await watch.isHealthy(), await watch.isHealthy()]
    expect(answers.at(-1)).toBe(true)
    await watch.end()
  })
})
