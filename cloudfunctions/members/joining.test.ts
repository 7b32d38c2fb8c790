import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { main as clockwork } from '../clockwork'
import { nameOwners } from '../../local/testing/named-owners'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as members } from '.'

let stage: TestStage
let a = ''
let b = ''

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  b = await stage.found(COMMUNITY_B)
  await stage.see(
    `with o as (insert into owner (community_id, owner_id, kind, name, phone) values ($1, gen_random_uuid(), 'person', '赵女士', '13800000001') returning *)
     insert into ownership select o.community_id, gen_random_uuid(), h.house_id, o.owner_id, 1, 1, '2020-01-01'
     from o join house h using (community_id) where h.building = '2'`,
    [a],
  )
})
afterAll(() => stage.close())

const clerk = holderOf('A', 'clerk')
const me = (openid: string) => yes(callAs(members, openid, 'members.showMe', {}))
const form = (changes: object = {}) => ({
  communityId: a,
  building: '2',
  stair: '1',
  room: '0101',
  role: 'owner' as const,
  name: '赵女士',
  phone: '13800000001',
  ...changes,
})
const apply = (openid: string, changes: object = {}, requestId?: string) =>
  callAs(members, openid, 'members.applyForHouse', form(changes), requestId)
const waiting = async () =>
  (await yes(callAs(members, clerk, 'members.listApplications', { filter: 'waiting' }))).applications
const houseOfOwner = async () => (await me(holderOf('A', 'owner'))).seats[0]?.houses[0]?.houseId ?? ''
const issue = async (by: string, role: 'owner' | 'family' | 'tenant') => {
  const made = await yes(callAs(members, by, 'members.issueClaimCode', { houseId: await houseOfOwner(), role }))
  if (!made.code) throw new Error('a fresh code is shown')
  return { ...made, code: made.code }
}
const use = (openid: string, code: string, communityId = a) =>
  callAs(members, openid, 'members.useClaimCode', { communityId, code, name: '新住户' })

describe('a stranger who applies for a house', () => {
  it('becomes a person once, however often the same form is sent, and is bound by the clerk alone', async () => {
    const requestId = randomUUID()
    const first = await yes(apply('zhao', {}, requestId))
    expect(await yes(apply('zhao', {}, requestId))).toEqual(first)
    expect((await stage.see(`select 1 from identity where subject = 'zhao'`)).length).toBe(1)
    expect((await me('zhao')).seats).toEqual([]) // a full match with the register binds nobody
    const [row] = await waiting()
    expect(row).toMatchObject({
      label: '2 栋 1 单元 0101',
      name: '赵女士',
      match: 'full',
      registeredOwners: ['赵女士'],
    })
    await yes(callAs(members, clerk, 'members.approveApplication', { applicationId: first.applicationId }))
    expect((await me('zhao')).seats).toMatchObject([{ role: 'owner', houses: [{ label: '2 栋 1 单元 0101' }] }])
    expect(
      await refusal(callAs(members, clerk, 'members.approveApplication', { applicationId: first.applicationId })),
    ).toBe('WRONG_STATE')
    const mine = await yes(callAs(members, 'zhao', 'members.listMyApplications', {}))
    expect(mine.applications).toMatchObject([{ state: 'approved', communityName: 'A 小区' }])
  })

  it('is answered alike whether the name, the phone or the house is right or there is no such house', async () => {
    const replies = [
      await apply('guess-1'),
      await apply('guess-2', { name: '别人', phone: '13900000000' }),
      await apply('guess-3', { building: '99', room: '9901' }),
    ]
    for (const reply of replies)
      expect(reply).toEqual({ ok: true, data: { applicationId: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    const matches = (await waiting()).map(({ label, match }) => `${label} ${match}`)
    expect(matches).toEqual(
      expect.arrayContaining(['2 栋 1 单元 0101 full', '2 栋 1 单元 0101 none', '99 栋 1 单元 9901 unknownHouse']),
    )
    const nowhere = (await waiting()).find(({ match }) => match === 'unknownHouse')
    expect(
      await refusal(
        callAs(members, clerk, 'members.approveApplication', { applicationId: nowhere?.applicationId ?? '' }),
      ),
    ).toBe('HOUSE_UNKNOWN')
  })

  it('has five tries a day, and a house has five, even when they come at once', async () => {
    const byPerson = await Promise.all(
      Array.from({ length: 8 }, (_, room) => apply('hasty', { building: '50', room: String(room + 1) })),
    )
    expect(byPerson.filter((reply) => reply.ok)).toHaveLength(5)
    expect(byPerson.flatMap((reply) => (reply.ok ? [] : reply.error.code))).toEqual([
      'TOO_MANY',
      'TOO_MANY',
      'TOO_MANY',
    ])
    const forHouse = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        apply(`crowd-${place}`, { building: '60', room: place % 2 ? '0302' : '302 室' }),
      ),
    )
    expect(forHouse.filter((reply) => reply.ok)).toHaveLength(5)
  })

  it('is told of to the owners who are bound to the house, and to the clerk', async () => {
    await yes(apply('newcomer', { building: '1', room: '101', role: 'tenant', name: '租客', phone: '13700000000' }))
    await clockwork({}, timerContext())
    const told = async (openid: string) =>
      (await yes(callAs(members, openid, 'members.listMessages', {}))).messages.map(({ text }) => text)
    expect(await told(holderOf('A', 'owner'))).toContain('有人申请绑定您的 1 栋 1 单元 101，如果不认识，请马上告诉物业')
    expect(await told(clerk)).toContain('有人申请绑定 1 栋 1 单元 101，请核对')
    expect(await told('neighbour')).toEqual([])
  })

  it('reads why the clerk did not bind, and nobody decides on an own application', async () => {
    const { applicationId } = await yes(apply(clerk, { name: 'A客服', phone: '13600000000', role: 'tenant' }))
    expect(await refusal(callAs(members, clerk, 'members.approveApplication', { applicationId }))).toBe('SECOND_PERSON')
    await stage.see(`update contact set phone = '13511112222' where name = 'A客服'`)
    const second = await yes(apply('second-account-of-the-clerk', { room: '0909', phone: '13511112222' }))
    expect(
      await refusal(callAs(members, clerk, 'members.refuseApplication', { ...second, reason: '自己的申请' })),
    ).toBe('SECOND_PERSON')
    const own = (await waiting()).filter((one) => [applicationId, second.applicationId].includes(one.applicationId))
    expect(own.map(({ mayDecide }) => mayDecide)).toEqual([false, false])
    expect((await waiting()).some(({ mayDecide }) => mayDecide)).toBe(true)
    await yes(
      callAs(members, holderOf('A', 'manager'), 'members.refuseApplication', {
        applicationId,
        reason: '请带租赁合同来前台',
      }),
    )
    const mine = await yes(callAs(members, clerk, 'members.listMyApplications', {}))
    expect(mine.applications[0]).toMatchObject({ state: 'refused', reason: '请带租赁合同来前台' })
  })

  it('must be signed in, and must name a community that is there', async () => {
    expect(await refusal(members({ call: 'members.applyForHouse', input: form(), requestId: randomUUID() }))).toBe(
      'NOT_SIGNED_IN',
    )
    expect(await refusal(apply('lost', { communityId: randomUUID() }))).toBe('NOT_FOUND')
    expect(await stage.see(`select 1 from identity where subject = 'lost'`)).toEqual([])
  })
})

describe('a claim code', () => {
  it('binds its house and role once, in whatever way it is typed', async () => {
    const { code, label } = await issue(clerk, 'tenant')
    expect(label).toBe('1 栋 1 单元 0101')
    expect(await yes(use('renter', code.toLowerCase().replaceAll('-', ' ')))).toMatchObject({ bound: true })
    expect((await me('renter')).seats).toMatchObject([{ role: 'tenant', houses: [{ label: '1 栋 1 单元 0101' }] }])
    expect(await yes(use('second-renter', code))).toMatchObject({ bound: false })
  })

  it('is answered alike when it is wrong, used, revoked, too old or of another community', async () => {
    const revoked = await issue(clerk, 'family')
    await yes(callAs(members, clerk, 'members.revokeClaimCode', { codeId: revoked.codeId }))
    const old = await issue(clerk, 'family')
    await stage.see(`update claim_code set expires_at = now() - interval '1 second' where code_id = $1`, [old.codeId])
    const elsewhere = await issue(clerk, 'family')
    const answers = [
      await yes(use('p1', 'no code at all')),
      await yes(use('p2', revoked.code)),
      await yes(use('p3', old.code)),
      await yes(use('p4', elsewhere.code, b)),
      await yes(use('p5', `${elsewhere.code.slice(0, -1)}${elsewhere.code.endsWith('0') ? '1' : '0'}`)),
    ]
    for (const answer of answers) expect(answer).toEqual({ tryId: expect.any(String), bound: false })
  })

  it('gives five tries a day, and a failed try stays counted', async () => {
    for (let place = 0; place < 5; place += 1) await yes(use('guesser', 'AAAA-AAAA-AAAA-AAAA-AAAA'))
    const { code } = await issue(clerk, 'tenant')
    expect(await refusal(use('guesser', code))).toBe('TOO_MANY')
    expect(await yes(use('honest', code))).toMatchObject({ bound: true })
  })

  it('serves one of two people who use it at the same moment', async () => {
    const { code } = await issue(clerk, 'tenant')
    const answers = await Promise.all([yes(use('twin-1', code)), yes(use('twin-2', code))])
    expect(answers.map(({ bound }) => bound).sort()).toEqual([false, true])
  })

  it('is shown once and is in no table afterwards', async () => {
    const requestId = randomUUID()
    const input = { houseId: await houseOfOwner(), role: 'family' as const }
    const first = await yes(callAs(members, clerk, 'members.issueClaimCode', input, requestId))
    const again = await yes(callAs(members, clerk, 'members.issueClaimCode', input, requestId))
    expect(again).toMatchObject({ codeId: first.codeId })
    expect(again.code).toBeUndefined()
    const secret = (first.code ?? '').replaceAll('-', '').slice(4)
    for (const { table } of await stage.see<{ table: string }>(
      `select tablename as table from pg_tables where schemaname = 'app'`,
    )) {
      const found = await stage.see(`select 1 from app.${table} t where strpos(replace(t::text, '-', ''), $1) > 0`, [
        secret,
      ])
      expect(`${table} ${found.length}`).toBe(`${table} 0`)
    }
  })

  it('of an owner opens the own house for family and tenants alone', async () => {
    const owner = holderOf('A', 'owner')
    const houseId = await houseOfOwner()
    expect(await refusal(callAs(members, owner, 'members.issueClaimCode', { houseId, role: 'family' }))).toBe(
      'OWNER_NOT_REGISTERED',
    )
    await nameOwners(stage, a)
    expect(await refusal(callAs(members, owner, 'members.issueClaimCode', { houseId, role: 'owner' }))).toBe(
      'NOT_ALLOWED',
    )
    const { code } = await issue(owner, 'family')
    await yes(use('daughter', code))
    await clockwork({}, timerContext())
    const inbox = await yes(callAs(members, owner, 'members.listMessages', {}))
    expect(inbox.messages.map(({ text }) => text)).toContain(
      '有人用绑定码加入了您的 1 栋 1 单元 0101，在“我的房屋”里可以看到，不认识就移除',
    )
  })
})

it('opens to a joiner the few tables of one community that joining needs, and no other row', async () => {
  const app = new Client({ connectionString: stage.appUrl, options: '-c search_path=app' })
  await app.connect()
  await app.query('begin')
  await app.query(`select set_config('app.joining_community', $1, true), set_config('app.person', $2, true)`, [
    a,
    randomUUID(),
  ])
  const tables = await stage.see<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'app'
     where c.table_schema = 'app' and c.column_name = 'community_id' order by 1`,
  )
  const open: string[] = []
  for (const { name } of tables) {
    const seen = await app.query(
      `select count(*)::int as n, count(*) filter (where community_id <> $1)::int as foreign from ${name}`,
      [a],
    )
    expect(`${name} ${seen.rows[0].foreign}`).toBe(`${name} 0`)
    if (seen.rows[0].n > 0) open.push(name)
  }
  expect(open).toEqual(['binding', 'claim_code', 'house', 'join_try', 'seat'])
  await app.query('rollback')
  await app.end()
})

it('lets a visitor choose a city first', async () => {
  expect(await yes(callAs(members, 'nobody', 'members.listCities', {}))).toEqual({
    cities: [{ city: '测试市', communityCount: 2 }],
  })
  const find = async (city: string) =>
    (await yes(callAs(members, 'nobody', 'members.findCommunities', { name: '', city }))).communities.length
  expect([await find('测试市'), await find('别的市')]).toEqual([2, 0])
})
