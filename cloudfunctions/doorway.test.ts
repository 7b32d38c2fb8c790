import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { buildSync } from 'esbuild'
import { join } from 'node:path'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { callAs, contextOf, openTestStage, refusal, type TestStage, yes } from '../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../local/testing/two-communities'
import { ERRORS } from '../types/vocabulary/errors'
import { main as members } from './members'
import { main as repairs } from './repairs'

let stage: TestStage
let houseId = ''
const owner = holderOf('A', 'owner')

beforeAll(async () => {
  stage = await openTestStage()
  await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  houseId = (await yes(callAs(members, owner, 'members.showMe', {}))).seats[0]?.houses[0]?.houseId ?? ''
})
afterAll(() => stage.close())

const good = () => ({ houseId, description: '楼道灯不亮', place: '门厅' })
const send = (event: unknown, openid = owner) => repairs(event, contextOf(openid))
const fileWith = (input: unknown) => send({ call: 'repairs.fileRepair', input, requestId: randomUUID() })

const everything = () =>
  stage.see(`select (select count(*) from repair) as repairs, (select count(*) from repair_event) as events,
    (select count(*) from audit) as audits, (select count(*) from outbox) as told, (select count(*) from act_reply) as replies`)

const BAD: [what: string, event: () => unknown, code: keyof typeof ERRORS][] = [
  ['nothing', () => undefined, 'BAD_REQUEST'],
  ['a list', () => [], 'BAD_REQUEST'],
  ['a call that is a number', () => ({ call: 7 }), 'BAD_REQUEST'],
  [
    'a request id that is no UUID',
    () => ({ call: 'repairs.fileRepair', input: good(), requestId: '1; drop table repair' }),
    'BAD_REQUEST',
  ],
  ['an act without a request id', () => ({ call: 'repairs.fileRepair', input: good() }), 'BAD_REQUEST'],
  ['an unknown call', () => ({ call: 'repairs.dropRepair', input: {} }), 'UNKNOWN_CALL'],
  ['a call of another function', () => ({ call: 'members.showMe', input: {} }), 'UNKNOWN_CALL'],
  ['a call named like an inherited property', () => ({ call: '__proto__', input: {} }), 'UNKNOWN_CALL'],
]
const BAD_INPUT: [what: string, input: () => unknown, path: string][] = [
  ['no input', () => undefined, 'houseId'],
  ['text instead of an object', () => 'hello', ''],
  ['an extra field', () => ({ ...good(), role: 'manager' }), ''],
  ['a forged community', () => ({ ...good(), communityId: randomUUID() }), ''],
  ['1 MB of words', () => ({ ...good(), description: '长'.repeat(350_000) }), 'description'],
  ['a NUL', () => ({ ...good(), description: '灯\u0000不亮' }), 'description'],
  [
    'a mark that turns the direction of what follows',
    () => ({ ...good(), description: '灯不亮\u202e了' }),
    'description',
  ],
  ['nothing that can be seen', () => ({ ...good(), place: '\u200b\u200d\u200b' }), 'place'],
  ['half an emoji', () => ({ ...good(), place: '门厅\ud83d' }), 'place'],
  ['a number instead of words', () => ({ ...good(), place: 12 }), 'place'],
  ['an id that is no id', () => ({ ...good(), houseId: "' or ''='" }), 'houseId'],
]

describe('bad requests', () => {
  it.each(BAD)('refuses %s with a Chinese sentence and writes nothing', async (_what, event, code) => {
    const before = await everything()
    const reply = await send(event())
    expect(reply).toMatchObject({ ok: false, error: { code, message: ERRORS[code].zh } })
    expect(await everything()).toEqual(before)
  })

  it.each(BAD_INPUT)('refuses %s, names the field in Chinese and writes nothing', async (_what, input, path) => {
    const before = await everything()
    const reply = await fileWith(input())
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    const fields = reply.ok ? [] : (reply.error.details?.fields ?? [])
    expect(fields.map((field) => field.path)).toContain(path)
    for (const field of fields) expect(field.message).toMatch(/^[^a-zA-Z]*$/)
    expect(JSON.stringify(reply).length).toBeLessThan(2_000)
    expect(await everything()).toEqual(before)
  })

  it('passes over what WeChat adds to the event, and never takes an identity from it', async () => {
    const event = {
      call: 'repairs.listRepairs',
      input: { filter: 'all' },
      userInfo: { openId: holderOf('A', 'clerk') },
      role: 'clerk',
    }
    expect(await send(event, 'nobody-knows-me')).toMatchObject({ ok: false, error: { code: 'NOT_BOUND' } })
  })

  it('tells someone who is not signed in to sign in', async () => {
    const event = { call: 'repairs.listRepairs', input: { filter: 'all' } }
    expect(await repairs(event, {})).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
    expect(await repairs(event)).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
    expect(await repairs(event, { environment: '{not json' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_SIGNED_IN' },
    })
  })
})

describe('people side by side', () => {
  it('never mixes twenty people who send two hundred calls at once', async () => {
    const people = (
      [
        'owner',
        'family',
        'tenant',
        'clerk',
        'manager',
        'committee',
        'supervisor',
        'technician',
        'street',
        'bureau',
      ] as const
    ).flatMap((role) => [holderOf('A', role), holderOf('B', role)])
    const replies = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const openid = people[n % people.length] ?? owner
        const me = await yes(callAs(members, openid, 'members.showMe', {}))
        return { openid, said: `${me.seats[0]?.communityName[0]}-${me.seats[0]?.role}` }
      }),
    )
    expect(replies.filter(({ openid, said }) => openid !== said)).toEqual([])
  })
})

describe('when things break', () => {
  it('says FAULT with a number, keeps the stack out of the reply, and writes nothing', async () => {
    await stage.see('alter table repair rename column place to somewhere')
    const before = await everything()
    const reply = await fileWith(good())
    await stage.see('alter table repair rename column somewhere to place')
    expect(reply).toMatchObject({ ok: false, error: { code: 'FAULT' } })
    expect(JSON.stringify(reply)).not.toMatch(/column|relation|select|at .*\.ts/)
    expect(await everything()).toEqual(before)
  })

  it('says BUSY when a row stays locked, and the retry with the same request id then goes through', async () => {
    const { repairId } = (await yes(fileWith(good()))) as { repairId: string }
    const holder = new Client({ connectionString: stage.server.superuserUrl(new URL(stage.appUrl).pathname.slice(1)) })
    await holder.connect()
    await holder.query('begin')
    await holder.query('select 1 from app.repair where repair_id = $1 for update', [repairId])
    const requestId = randomUUID()
    expect(await refusal(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId }, requestId))).toBe('BUSY')
    await holder.query('rollback')
    await holder.end()
    await yes(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId }, requestId))
  })

  it('leaves no half act when the function is killed in the middle, and the retry does it once', async () => {
    const { repairId } = (await yes(fileWith(good()))) as { repairId: string }
    const before = await everything()
    const requestId = randomUUID()
    const event = { call: 'repairs.withdrawRepair', input: { repairId, reason: '不用了' }, requestId }
    const holder = new Client({ connectionString: stage.server.superuserUrl(new URL(stage.appUrl).pathname.slice(1)) })
    await holder.connect()
    await holder.query('begin')
    await holder.query('lock table app.repair_note in access exclusive mode') // the act waits at its last write but three
    const child = await startChild({ event, context: contextOf(owner) })
    await untilWaiting()
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    await holder.query('rollback')
    await holder.end()
    await expectSoon(async () => expect(await everything()).toEqual(before))
    await yes(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId, reason: '不用了' }, requestId))
    const events = await stage.see("select 1 from repair_event where repair_id = $1 and act = 'withdraw'", [repairId])
    expect(events).toHaveLength(1)
  })
})

/** A process of its own that makes one call, as an instance of the platform would, so that it can be killed. */
async function startChild(message: object) {
  const folder = mkdtempSync(join(tmpdir(), 'mingju-child-'))
  const outfile = join(folder, 'child.cjs')
  buildSync({
    stdin: {
      contents: `import { main } from './repairs'
        process.on('message', ({ event, context }) => { void main(event, context) })`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['pg-native'],
  })
  const child = fork(outfile, { env: { ...process.env, APP_DATABASE_URL: stage.appUrl }, silent: true })
  child.send(message)
  return child
}

const untilWaiting = () =>
  expectSoon(async () => {
    const waiting = await stage.see(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    expect(waiting).toHaveLength(1)
  })

/** Tries again for a few seconds: the server needs a moment to notice that a client is gone. */
async function expectSoon(check: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await check()
      return
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
