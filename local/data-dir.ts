import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PlainError } from './plain-error'

/** The checkout this file belongs to. */
export const CHECKOUT = resolve(__dirname, '..')

/** PostgreSQL refuses to run as root, so root needs another layout; systems without uids never do. */
export const isRoot = (): boolean => process.getuid?.() === 0

/**
 * Where everything that must survive a restart lives.
 * Root's home and a root-owned checkout cannot be read by the unprivileged user that runs the database,
 * so root's data go to /var/lib; two checkouts on one machine never share a folder.
 */
export function defaultDataDir(name = ''): string {
  const given = process.env.MINGJU_DATA
  if (given) return resolve(given) + (name && `-${name}`)
  if (!isRoot()) return join(CHECKOUT, '.mingju') + (name && `-${name}`)
  const hash = createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 12)
  return join('/var/lib/mingju', hash) + (name && `-${name}`)
}

/** The words that open the local database and sign local tokens; made once, never shown. */
export interface Secrets {
  superuserPassword: string
  ownerPassword: string
  appPassword: string
  /** Signs the tokens of demo people; another data folder's token is foreign here. */
  tokenKey: string
  /** Seals merchant keys at rest (MINGJU_MASTER_KEY), 32 bytes in base64. */
  masterKey: string
}

/** Makes the folder if it is missing; root's must let the database's user pass through. */
export function makeDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: isRoot() ? 0o755 : 0o700 })
  if (isRoot()) chmodSync(dataDir, 0o755)
}

/**
 * Reads the secrets, making them first where there are none.
 * Written aside and linked into place, so two starts at once agree on one file and a kill leaves no half of it.
 */
export function loadSecrets(dataDir: string): Secrets {
  makeDataDir(dataDir)
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file)) writeSecrets(dataDir, file)
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}

function writeSecrets(dataDir: string, file: string): void {
  if (existsSync(join(dataDir, 'cluster', 'data'))) {
    throw new PlainError(
      `${file} is gone but the database it opens is still there. Put it back, or remove ${dataDir} to begin anew.`,
    )
  }
  const word = () => randomBytes(24).toString('base64url')
  const secrets: Secrets = {
    superuserPassword: word(),
    ownerPassword: word(),
    appPassword: word(),
    tokenKey: randomBytes(32).toString('base64url'),
    masterKey: randomBytes(32).toString('base64'),
  }
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  try {
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}
