import { Client } from 'pg'
import { mutantOf } from '../local/testing/mutant'
import { PUBLISHED_TABLES, SEED_ROWS } from '../local/testing/seed-rows'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../local/testing/two-communities'
import { main as clockwork } from './clockwork'
import { main as members } from './members'
import { main as repairs } from './repairs'

/** Tables without a community, each with its reason in the schema; a new one must be argued for here. */
const GLOBAL_TABLES = [
  'account',
  'act_reply',
  'clock_offset',
  'deployment',
  'enterprise',
  'grade',
  'grade_promise',
  'guide_price',
  'identity',
  'merchant_secret',
  'notice_inbox',
  'pay_account',
  'pay_attempt_route',
  'person',
  'rule_pack',
  'street',
]

let stage: TestStage
let app: Client
let a = ''
let b = ''

/** A repair of each community, received and told, so that every tenant table holds rows of both. */
async function liveIn(community: 'A' | 'B'): Promise<string> {
  const owner = holderOf(community, 'owner')
  const me = await yes(callAs(members, owner, 'members.showMe', {}))
  const houseId = me.seats[0]?.houses[0]?.houseId ?? ''
  const { repairId } = await yes(
    callAs(repairs, owner, 'repairs.fileRepair', { houseId, description: '墙那边', place: '门厅' }),
  )
  await yes(callAs(repairs, holderOf(community, 'clerk'), 'repairs.receiveRepair', { repairId }))
  await clockwork({}, timerContext())
  await yes(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId, reason: '不用了' })) // stays unsealed and untold
  return repairId
}

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  b = await stage.found(COMMUNITY_B)
  app = new Client({ connectionString: stage.appUrl, options: '-c search_path=app' })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await stage.close()
})

const tenantTables = () =>
  stage.see<{ name: string; forced: boolean; enabled: boolean }>(`
    select c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as enabled
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id')
    order by 1`)

async function asAppIn<T>(community: string, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query("select set_config('app.communities', $1, true)", [`{${community}}`])
    return await work()
  } finally {
    await app.query('rollback')
  }
}

it('forces row-level security on every table that has a community', async () => {
  const tables = await tenantTables()
  expect(tables.length).toBeGreaterThan(12)
  expect(tables.filter((table) => !table.forced || !table.enabled)).toEqual([])
})

it('knows every table without a community by name', async () => {
  const all = await stage.see<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'app' order by 1",
  )
  const tenant = new Set((await tenantTables()).map((table) => table.name))
  expect(all.map((row) => row.tablename).filter((name) => !tenant.has(name))).toEqual(GLOBAL_TABLES)
})

it('begins every primary, unique and foreign key between tenant tables with the community', async () => {
  const wrong = await stage.see(`
    with tenant as (select attrelid as oid from pg_attribute where attname = 'community_id' and attnum > 0)
    select c.conrelid::regclass::text as table, c.conname
    from pg_constraint c
    join pg_attribute first_column on first_column.attrelid = c.conrelid and first_column.attnum = c.conkey[1]
    where c.conrelid in (select oid from tenant)
      and (c.contype in ('p', 'u') or c.contype = 'f' and c.confrelid in (select oid from tenant))
      and first_column.attname <> 'community_id'
      and c.conname <> 'community_name' -- the name is unique in its city, across communities`)
  expect(wrong).toEqual([])
})

it('gives the functions’ role neither ownership nor a way around', async () => {
  const [role] = await stage.see(
    "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'mingju_app'",
  )
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false })
  const owned = await stage.see("select relname from pg_class where relowner = 'mingju_app'::regrole")
  expect(owned).toEqual([])
})

describe('for someone of A, the rows of B', () => {
  beforeAll(async () => {
    for (const [letter, community] of [
      ['A', a],
      ['B', b],
    ] as const) {
      await liveIn(letter)
      for (const seed of SEED_ROWS) await stage.see(seed, seed.includes('$1') ? [community] : [])
    }
  })

  it('cannot be read, changed, removed or added, in any table', async () => {
    for (const { name } of await tenantTables()) {
      const [real] = await stage.see<{ n: string }>(`select count(*) as n from ${name} where community_id = $1`, [b])
      expect(`${name} ${Number(real?.n) > 0}`).toBe(`${name} true`) // an empty table would prove nothing
      await asAppIn(a, async () => {
        const seen = await app.query(`select count(*)::int as n from ${name} where community_id = $1`, [b])
        expect(`${name} ${seen.rows[0].n}`).toBe(`${name} 0`)
      })
      for (const change of [
        `update ${name} set community_id = community_id where community_id = '${b}'`,
        `delete from ${name} where community_id = '${b}'`,
      ]) {
        await asAppIn(a, async () => {
          const touched = await app.query(change).then(
            (result) => result.rowCount,
            (error: { code: string }) => error.code,
          )
          expect([0, '42501']).toContain(touched) // no row there, or no privilege for anyone
        })
      }
      await asAppIn(a, async () => {
        await app.query("select set_config('app.communities', $1, true)", [`{${b}}`])
        const copy = await app.query(`select * from ${name} where community_id = $1 limit 1`, [b])
        await app.query("select set_config('app.communities', $1, true)", [`{${a}}`])
        const columns = Object.keys(copy.rows[0])
        const values = columns.map((_, index) => `$${index + 1}`).join(', ')
        const code = await app
          .query(`insert into ${name} (${columns.join(', ')}) values (${values})`, Object.values(copy.rows[0]))
          .then(
            () => 'inserted',
            (error: { code: string }) => error.code,
          )
        expect(`${name} ${code}`).toBe(`${name} 42501`)
      })
    }
  })

  it('stay out of reach when the policy is replaced by allow-all, because the database refuses by itself', async () => {
    const careless = await mutantOf('repairs', [
      {
        file: 'cloudfunctions/shared/policy/policy.ts',
        find: 'return who.everyone ?? who.signedIn ?? who[role]',
        replace: "return 'community'",
      },
      {
        file: 'cloudfunctions/shared/policy/reach.ts',
        find: 'const inCommunity = sql`${row.communityId} = ${actor.communityId}`',
        replace: 'const inCommunity = sql`true`',
      },
    ])
    const own = await liveIn('A')
    const foreign = await liveIn('B')
    for (const role of ['owner', 'technician', 'bureau'] as const) {
      await yes(callAs(careless, holderOf('A', role), 'repairs.readRepair', { repairId: own })) // the mutant does let them in
      expect(await refusal(callAs(careless, holderOf('A', role), 'repairs.readRepair', { repairId: foreign }))).toBe(
        'NOT_FOUND',
      )
      const list = await yes(callAs(careless, holderOf('A', role), 'repairs.listRepairs', { filter: 'all' }))
      expect(JSON.stringify(list)).toContain(own)
      expect(JSON.stringify(list)).not.toContain(foreign)
    }
  })
})

it('leaves nothing behind on a pooled connection for the next caller', async () => {
  await asAppIn(a, async () => expect((await app.query('select count(*)::int as n from house')).rows[0].n).toBe(3))
  expect((await app.query('select count(*)::int as n from house')).rows[0].n).toBe(0)
})

it('shows a stranger what a community publishes, and nothing else of it', async () => {
  await app.query('begin')
  await app.query("select set_config('app.public_community', $1, true)", [a])
  for (const { name } of await tenantTables()) {
    const seen = await app.query(`select count(*)::int as n from ${name}`)
    const published = PUBLISHED_TABLES.includes(name)
    expect(`${name} ${seen.rows[0].n > 0}`).toBe(`${name} ${published}`)
  }
  await app.query('rollback')
})

it('refuses to change or empty what is append-only, even for the owner of the tables', async () => {
  const owner = new Client({ connectionString: stage.ownerUrl, options: '-c search_path=app' })
  await owner.connect()
  await owner.query("select set_config('app.communities', $1, false)", [`{${a}}`])
  for (const table of [
    'late_voucher',
    'audit',
    'audit_seal',
    'journal',
    'journal_line',
    'journal_voucher',
    'receipt',
    'receipt_line',
    'repair_event',
    'repair_promise',
    'revenue_expectation', 'opening_prepayment',
  ]) {
    await expect(owner.query(`update ${table} set community_id = community_id`)).rejects.toThrow('append-only')
    await expect(owner.query(`delete from ${table}`)).rejects.toThrow('append-only')
    await expect(owner.query(`truncate ${table} cascade`)).rejects.toThrow('append-only')
  }
  await owner.end()
})
