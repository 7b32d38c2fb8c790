import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, DatabaseError } from 'pg'
import { CHECKOUT } from './data-dir'
import { PlainError } from './plain-error'

/** One process migrates a database at a time; the others wait and then find nothing to do. */
const MIGRATE_LOCK = 7_202_602
const FILE_NAME = /^(\d{14})_([a-z0-9_]+)\.sql$/

export interface MigrateOptions {
  ownerUrl: string
  log: (line: string) => void
  folder?: string
}

interface Migration {
  id: string
  file: string
  sql: string
  sha256: string
}

/**
 * Brings a database to the newest shape and returns the files it applied.
 * Each file runs in one transaction together with its record, so a kill leaves it wholly applied or not at all.
 */
export async function migrate({
  ownerUrl,
  log,
  folder = join(CHECKOUT, 'cloudbase', 'migrations'),
}: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = new Client({ connectionString: ownerUrl, application_name: 'mingju migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATE_LOCK])
    const landed = await readLanded(client)
    ensureUnchanged(migrations, landed)
    const waiting = migrations.filter(({ id }) => !landed.has(id))
    for (const migration of waiting) {
      await apply(client, migration)
      log(`migrated ${migration.file}`)
    }
    return waiting.map(({ file }) => file)
  } finally {
    await client.end()
  }
}

function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  const seen = new Map<string, string>()
  return files.map((file) => {
    const id = FILE_NAME.exec(file)?.[1]
    if (!id)
      throw new PlainError(
        `${file} is not a migration's name: it needs 14 digits, an underscore, and lower-case words.`,
      )
    const twin = seen.get(id)
    if (twin) throw new PlainError(`${file} and ${twin} carry the same number; give the newer one its own.`)
    seen.set(id, file)
    const sql = readFileSync(join(folder, file), 'utf8')
    return { id, file, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

async function readLanded(client: Client): Promise<Map<string, { file: string; sha256: string }>> {
  await client.query(`
    create table if not exists public.mingju_migration (
      id text primary key,
      file text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
  const { rows } = await client.query<{ id: string; file: string; sha256: string }>(
    'select id, file, sha256 from public.mingju_migration order by id limit 10000',
  )
  return new Map(rows.map(({ id, file, sha256 }) => [id, { file, sha256 }]))
}

/** The platform's own tool refuses a landed file that was edited or removed; so do we, before anything is applied. */
function ensureUnchanged(
  migrations: readonly Migration[],
  landed: ReadonlyMap<string, { file: string; sha256: string }>,
): void {
  const present = new Map(migrations.map((migration) => [migration.id, migration]))
  for (const [id, { file, sha256 }] of landed) {
    const now = present.get(id)
    if (!now)
      throw new PlainError(
        `${file} has landed in this database but its file is gone. Bring it back, or use another database.`,
      )
    if (now.sha256 !== sha256) {
      throw new PlainError(
        `${now.file} was changed after it had landed in this database. Put it back as it was and write a new migration.`,
      )
    }
  }
}

async function apply(client: Client, { id, file, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    // First, so that a second runner without our lock meets the primary key before it runs any of the file.
    await client.query('insert into public.mingju_migration (id, file, sha256) values ($1, $2, $3)', [id, file, sha256])
    const before = await currentTransaction(client)
    await client.query(sql)
    if ((await currentTransaction(client)) !== before)
      throw new Error('it ends the transaction itself; remove its begin and commit')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new PlainError(`${file} was not applied: ${reason(error, sql)}`, { cause: error })
  }
}

async function currentTransaction(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ xid: string | null }>('select pg_current_xact_id_if_assigned()::text as xid')
  return rows[0]?.xid ?? null
}

function reason(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError)) return error instanceof Error ? error.message : String(error)
  const line = error.position ? ` at line ${sql.slice(0, Number(error.position)).split('\n').length}` : ''
  return [`${error.message}${line}`, error.detail, error.hint].filter(Boolean).join('; ')
}

async function main(): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL
  if (!ownerUrl) throw new Error('Set DATABASE_URL to the database owner’s address, then run npm run migrate again.')
  const applied = await migrate({ ownerUrl, log: (line) => console.log(line) })
  if (applied.length === 0) console.log('nothing to migrate: the database has the newest shape')
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
