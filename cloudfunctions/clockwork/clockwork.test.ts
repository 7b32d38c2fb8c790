import { firstBreak } from '../shared/audit/audit-chain'
import { listChain } from '../shared/audit/seal-store'
import { pool } from '../shared/db/pool'
import { enterScope } from '../shared/db/scope-store'
import { inTransaction } from '../shared/db/transaction'
import { main as members } from '../members'
import { main as repairs } from '../repairs'
import { callAs, contextOf, openTestStage, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { verifyAudit } from '../../config/verify-audit'
import { main as clockwork } from '.'

let stage: TestStage
let a = ''

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
})
afterAll(() => stage.close())

async function fileIn(community: 'A' | 'B') {
  const owner = holderOf(community, 'owner')
  const houseId = (await yes(callAs(members, owner, 'members.showMe', {}))).seats[0]?.houses[0]?.houseId ?? ''
  return yes(callAs(repairs, owner, 'repairs.fileRepair', { houseId, description: '楼道灯不亮', place: '门厅' }))
}
const turn = () => clockwork({ Type: 'Timer' }, timerContext())
const chainOf = (communityId: string) =>
  inTransaction(pool(), 'read', async (db) => {
    await enterScope(db, { communityId })
    return listChain(db, communityId)
  })

it('is wound by the platform’s timer alone, whatever the event claims', async () => {
  const event = { Type: 'Timer', TriggerName: 'minute', TRIGGER_SRC: 'timer' }
  expect(await clockwork(event, contextOf(holderOf('A', 'manager')))).toMatchObject({
    ok: false,
    error: { code: 'NOT_ALLOWED' },
  })
  expect(await clockwork(event)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
})

it('tells each clerk of the community once, however often the clock turns', async () => {
  await fileIn('A')
  await Promise.all([turn(), turn(), turn()])
  await turn()
  const told = await stage.see<{ community_id: string }>('select community_id, person_id from message')
  expect(told).toHaveLength(1)
  expect(told[0]?.community_id).toBe(a)
  const inbox = await yes(callAs(members, holderOf('A', 'clerk'), 'members.listMessages', {}))
  expect(inbox.messages.map((message) => message.topic)).toEqual(['repairFiled'])
  expect((await yes(callAs(members, holderOf('B', 'clerk'), 'members.listMessages', {}))).messages).toEqual([])
})

it('seals every act into a chain without gaps, also when two turns overlap', async () => {
  for (let n = 0; n < 5; n += 1) await fileIn('A')
  await Promise.all([turn(), turn()])
  await fileIn('A')
  await turn()
  const chain = await chainOf(a)
  const audits = await stage.see('select 1 from audit where community_id = $1', [a])
  expect(chain).toHaveLength(audits.length)
  expect(chain.map((link) => link.seq)).toEqual(chain.map((_, index) => index + 1))
  expect(firstBreak(a, chain)).toBeUndefined()
  expect(await stage.see('select 1 from audit_pending')).toEqual([])
})

it('shows the first altered row when somebody with every right rewrites the audit', async () => {
  await stage.see('alter table audit disable trigger append_only')
  await stage.see(
    `update audit set role = 'manager' where audit_id = (select audit_id from audit_seal where community_id = $1 and seq = 3)`,
    [a],
  )
  await stage.see('alter table audit enable trigger append_only')
  expect(firstBreak(a, await chainOf(a))).toBe(3)
  expect(await verifyAudit(stage.ownerUrl)).toEqual([
    { name: 'A 小区', rows: 7, brokenAt: 3 },
    { name: 'B 小区', rows: 0 },
  ])
})

it('forgets stored replies after a week and keeps younger ones', async () => {
  await fileIn('B')
  const before = await stage.see('select 1 from act_reply')
  await stage.see(
    `update act_reply set at = at - interval '8 days' where request_id = (select request_id from act_reply limit 1)`,
  )
  expect(await turn()).toMatchObject({ ok: true, data: { forgotten: 1 } })
  expect(await stage.see('select 1 from act_reply')).toHaveLength(before.length - 1)
})

it('puts off the one message that fails, with what went wrong, and goes on with the others and with the sealing', async () => {
  const { repairId: broken } = await fileIn('A')
  const { repairId: sound } = await fileIn('A')
  await fileIn('B')
  await stage.see(`alter table message add constraint broken check (about_id <> '${broken}') not valid`)
  expect(await turn()).toMatchObject({ ok: true, data: { communities: 2, failed: 1, messages: 2, sealed: 3 } })
  const [row] = await stage.see(
    'select attempts, last_error, done_at, due_at > app_now() as later from outbox where about_id = $1',
    [broken],
  )
  expect(row).toMatchObject({ attempts: 1, done_at: null, later: true, last_error: expect.stringContaining('broken') })
  expect(await stage.see('select 1 from message where about_id = $1', [sound])).toHaveLength(1)
  await stage.see('alter table message drop constraint broken')
  await stage.see(`update outbox set due_at = app_now() where about_id = $1`, [broken])
  expect(await turn()).toMatchObject({ ok: true, data: { communities: 1, failed: 0, messages: 1 } })
})

it('forgets what a refused applicant typed after 180 days, and not before; what happened stays', async () => {
  const apply = (room: string) =>
    yes(
      callAs(members, 'refused-one', 'members.applyForHouse', {
        communityId: a,
        building: '1',
        stair: '1',
        room,
        role: 'tenant',
        name: '王小明',
        phone: '13612345678',
      }),
    )
  const clerk = holderOf('A', 'clerk')
  const { applicationId } = await apply('0102')
  await yes(callAs(members, clerk, 'members.refuseApplication', { applicationId, reason: '王小明没有租赁合同' }))
  const kept = await apply('0101')
  const moveClock = (days: number) =>
    stage.see(
      `insert into clock_offset (offset_seconds) values ($1::bigint * 86400) on conflict (only_row) do update set offset_seconds = excluded.offset_seconds`,
      [days],
    )
  await moveClock(179)
  expect(await turn()).toMatchObject({ ok: true, data: { applicationsEmptied: 0 } })
  await moveClock(181)
  expect(await turn()).toMatchObject({ ok: true, data: { applicationsEmptied: 1 } })
  expect(await turn()).toMatchObject({ ok: true, data: { applicationsEmptied: 0 } })
  const rows = await stage.see('select name, phone, room, reason, state from application where application_id = $1', [
    applicationId,
  ])
  expect(rows).toEqual([{ name: '', phone: '', room: '', reason: null, state: 'refused' }])
  expect(
    await stage.see(`select 1 from application where application_id = $1 and name = '王小明'`, [kept.applicationId]),
  ).toHaveLength(1)
  const decided = await yes(callAs(members, clerk, 'members.listApplications', { filter: 'decided' }))
  expect(decided.applications).toEqual([])
  const inbox = await yes(callAs(members, clerk, 'members.listMessages', {}))
  expect(inbox.messages.map(({ text }) => text)).toContain('有人申请绑定 一套房屋，请核对')
  await stage.see('delete from clock_offset')
})
