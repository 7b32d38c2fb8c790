import { createHmac } from 'node:crypto'
import { Client } from 'pg'
import { type Postgres, urlFor } from './postgres'

/** Roles belong to the whole server: two test runs that set one at the same moment would trip over its row. */
const ROLES_LOCK = 7_202_604

/** The addresses of one database: the owner changes its shape, the functions its rows, and one role reads sealed keys alone. */
export interface DatabaseUrls {
  ownerUrl: string
  appUrl: string
  paymentsUrl: string
}

/**
 * Makes a database and the role that owns it, if they are missing.
 * The owner is no superuser and cannot bypass row-level security, because on the platform's PostgreSQL
 * nobody of ours is: a migration that needs more must fail here first.
 * `appUrl` and `paymentsUrl` work once the migrations have made their roles and `openAppLogin` has opened them.
 */
export async function ensureDatabase(pg: Postgres, name: string): Promise<DatabaseUrls> {
  await asSuperuser(pg, async (client) => {
    await client.query('select pg_advisory_lock($1)', [ROLES_LOCK])
    const { rows: owners } = await client.query("select 1 from pg_roles where rolname = 'mingju_owner'")
    const verb = owners.length ? 'alter' : 'create'
    const password = client.escapeLiteral(pg.secrets.ownerPassword)
    await client.query(`${verb} role mingju_owner login createrole nosuperuser nobypassrls password ${password}`)
    const { rows: databases } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (databases.length === 0) {
      await client.query(
        `create database ${client.escapeIdentifier(name)} owner mingju_owner template template0 encoding 'UTF8'`,
      )
    }
  })
  return urlsOf(pg, name)
}

/** Lets the functions' roles in. The migrations make them NOLOGIN, because a password has no place in a repository. */
export async function openAppLogin(pg: Postgres): Promise<void> {
  await asSuperuser(pg, async (client) => {
    await client.query('select pg_advisory_lock($1)', [ROLES_LOCK])
    await client.query(`alter role mingju_app login password ${client.escapeLiteral(pg.secrets.appPassword)}`)
    await client.query(`alter role mingju_payments login password ${client.escapeLiteral(paymentsPasswordOf(pg))}`)
  })
}

/** For tests: a fresh copy of a migrated database in a few hundredths of a second. Nobody may be connected to the template. */
export async function cloneDatabase(pg: Postgres, template: string, name: string): Promise<DatabaseUrls> {
  await asSuperuser(pg, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
    await client.query(
      `create database ${client.escapeIdentifier(name)} owner mingju_owner template ${client.escapeIdentifier(template)}`,
    )
  })
  return urlsOf(pg, name)
}

/** Removes a database with everyone still connected to it. */
export async function dropDatabase(pg: Postgres, name: string): Promise<void> {
  await asSuperuser(pg, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  )
}

function urlsOf(pg: Postgres, database: string): DatabaseUrls {
  return {
    ownerUrl: urlFor({ port: pg.port, user: 'mingju_owner', password: pg.secrets.ownerPassword, database }),
    appUrl: urlFor({ port: pg.port, user: 'mingju_app', password: pg.secrets.appPassword, database }),
    paymentsUrl: urlFor({ port: pg.port, user: 'mingju_payments', password: paymentsPasswordOf(pg), database }),
  }
}

/** Made from the functions' own password, so that a data folder of an earlier version needs no new secret. */
const paymentsPasswordOf = (pg: Postgres): string =>
  createHmac('sha256', pg.secrets.appPassword).update('mingju_payments').digest('base64url')

async function asSuperuser(pg: Postgres, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: pg.superuserUrl('postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
