import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { defaultDataDir } from './data-dir'
import { type Postgres, startPostgres } from './postgres'

const dataDir = defaultDataDir('postgres-test')
const pidFile = join(dataDir, 'cluster', 'data', 'postmaster.pid')
const started: Postgres[] = []

async function start(quick = true): Promise<Postgres> {
  const pg = await startPostgres({ dataDir, log: () => undefined, quick })
  started.push(pg)
  return pg
}

async function ask(pg: Postgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: pg.superuserUrl('postgres') })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0])
  } finally {
    await client.end()
  }
}

const postmaster = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0])

afterEach(async () => {
  for (const pg of started.splice(0)) await pg.stop()
}, 60_000)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the local PostgreSQL', () => {
  it('sorts Chinese names by sound, whatever locales the machine has', async () => {
    const pg = await start()
    const names = `select name from (values ('周敏'), ('李明'), ('阿强'), ('王师傅')) v (name) order by name collate "zh-x-icu"`
    expect(await ask(pg, names)).toEqual(['阿强', '李明', '王师傅', '周敏'])
  }, 60_000)

  it('lets nobody in without the password, and keeps that to its owner', async () => {
    const pg = await start()
    const stranger = new Client({
      host: pg.host,
      port: pg.port,
      user: 'postgres',
      password: 'guess',
      database: 'postgres',
    })
    await expect(stranger.connect()).rejects.toThrow('password authentication failed')
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  }, 60_000)

  it('is shared by two users and stops with the last', async () => {
    const first = await start()
    const second = await start()
    expect(second.port).toBe(first.port)
    await first.stop()
    expect(await ask(second, 'select 1')).toEqual([1])
    await second.stop()
    expect(existsSync(pidFile)).toBe(false)
    started.length = 0
  }, 60_000)

  it('comes back with its rows after its own process was killed', async () => {
    const before = await start(false)
    await ask(before, 'create table if not exists kept (n int)')
    await ask(before, 'insert into kept values (7)')
    process.kill(postmaster(), 'SIGKILL')
    const after = await start()
    expect(await ask(after, 'select n from kept limit 1')).toEqual([7])
  }, 60_000)

  it('is not fooled by a process number that another program now has', async () => {
    const pg = await start()
    await pg.stop()
    started.length = 0
    writeFileSync(pidFile, `${process.pid}\n${join(dataDir, 'cluster', 'data')}\n1\n1\n\n127.0.0.1\n`)
    expect(await ask(await start(), 'select 1')).toEqual([1])
  }, 60_000)
})
