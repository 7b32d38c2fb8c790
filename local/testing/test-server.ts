import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKOUT, defaultDataDir } from '../data-dir'
import { startPostgres, type Postgres } from '../postgres'

/** The PostgreSQL of the tests: real, but nothing is forced to disk. Every process of a run adopts the same one. */
export const startTestServer = (): Promise<Postgres> =>
  startPostgres({ dataDir: defaultDataDir('test'), log: () => undefined, quick: true })

/** The migrated database that test files copy; another set of migrations is another template. */
export function templateName(): string {
  const folder = join(CHECKOUT, 'cloudbase', 'migrations')
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return `mingju_template_${hash.digest('hex').slice(0, 12)}`
}
