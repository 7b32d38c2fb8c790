import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { defaultDataDir } from './data-dir'
import { cloneDatabase, dropDatabase, ensureDatabase, openAppLogin } from './databases'
import { migrate } from './migrate'
import { type Postgres, startPostgres } from './postgres'

const DATABASE = 'migrate_test'
let pg: Postgres
let ownerUrl: string
let folder: string

beforeAll(async () => {
  pg = await startPostgres({ dataDir: defaultDataDir('test'), log: () => undefined, quick: true })
}, 60_000)
afterAll(() => pg.stop(), 60_000)
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingju-migrations-'))
  ownerUrl = (await ensureDatabase(pg, DATABASE)).ownerUrl
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await dropDatabase(pg, DATABASE)
})

const write = (file: string, sql: string) => writeFileSync(join(folder, file), sql)
const run = () => migrate({ ownerUrl, folder, log: () => undefined })

async function ask(sql: string, url = ownerUrl): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

describe('migrations', () => {
  it('are applied in order, once', async () => {
    write('20260101000200_second.sql', 'insert into house values (3)')
    write('20260101000100_first.sql', 'create table house (n int); insert into house values (1), (2);')
    expect(await run()).toEqual(['20260101000100_first.sql', '20260101000200_second.sql'])
    expect(await run()).toEqual([])
    expect(await ask('select count(*)::int from house')).toBe(3)
  })

  it('are applied once when two processes try at the same time', async () => {
    write('20260101000100_first.sql', 'create table house (n int); select pg_sleep(0.2)')
    const applied = await Promise.all([run(), run(), run()])
    expect(applied.flat()).toEqual(['20260101000100_first.sql'])
  })

  it('name a file that was changed after it had landed, and apply nothing', async () => {
    write('20260101000100_first.sql', 'create table house (n int)')
    await run()
    write('20260101000100_first.sql', 'create table house (n bigint)')
    write('20260101000200_second.sql', 'create table other (n int)')
    await expect(run()).rejects.toThrow('20260101000100_first.sql was changed after it had landed')
    expect(await ask("select to_regclass('public.other')")).toBeNull()
  })

  it('name a landed file that is gone', async () => {
    write('20260101000100_first.sql', 'select 1')
    await run()
    rmSync(join(folder, '20260101000100_first.sql'))
    await expect(run()).rejects.toThrow('20260101000100_first.sql has landed in this database but its file is gone')
  })

  it('leave nothing of a file that fails half-way, and say at which line', async () => {
    write('20260101000100_first.sql', 'create table house (n int);\ninsert into house valuess (1);')
    await expect(run()).rejects.toThrow(/20260101000100_first\.sql was not applied: .* at line 2/)
    expect(await ask("select to_regclass('public.house')")).toBeNull()
  })

  it('refuse a file that ends its own transaction', async () => {
    write('20260101000100_first.sql', 'create table house (n int); commit;')
    await expect(run()).rejects.toThrow('it ends the transaction itself')
  })

  it.each(['1_short.sql', '20260101000100-dash.sql', '20260101000100_Upper.sql'])(
    'refuse the file name %s',
    async (file) => {
      write(file, 'select 1')
      await expect(run()).rejects.toThrow(`${file} is not a migration's name`)
    },
  )

  it('refuse two files with one number', async () => {
    write('20260101000100_first.sql', 'select 1')
    write('20260101000100_twin.sql', 'select 1')
    await expect(run()).rejects.toThrow('carry the same number')
  })
})

describe('the project’s own migrations', () => {
  it('make a database in which the functions’ role gets in, owns nothing and bypasses nothing', async () => {
    await migrate({ ownerUrl, log: () => undefined })
    expect(await migrate({ ownerUrl, log: () => undefined })).toEqual([])
    await openAppLogin(pg)
    const { appUrl } = await ensureDatabase(pg, DATABASE)
    expect(await ask('select kind from app.deployment', appUrl)).toBe('production')
    await expect(ask('create table app.mine (n int)', appUrl)).rejects.toThrow('permission denied')
    expect(await ask("select bool_or(rolsuper or rolbypassrls) from pg_roles where rolname like 'mingju%'")).toBe(false)
  })

  it('can be cloned as a template in a moment', async () => {
    await migrate({ ownerUrl, log: () => undefined })
    const clone = await cloneDatabase(pg, DATABASE, `${DATABASE}_clone`)
    expect(await ask('select kind from app.deployment', clone.ownerUrl)).toBe('production')
    await dropDatabase(pg, `${DATABASE}_clone`)
  })
})
