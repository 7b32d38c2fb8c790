import { randomUUID } from 'node:crypto'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { openTestStorage, type TestStorage } from '../../local/testing/storage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as clockwork } from '../clockwork'
import { main as members } from '../members'
import { main as phones } from '.'

const PHONE = '13800000001'

let stage: TestStage
let wechat: TestStorage
let a = ''
let b = ''
let ownerId = ''

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  b = await stage.found(COMMUNITY_B)
  wechat = await openTestStorage(stage.appUrl)
  const [owner] = await stage.see<{ owner_id: string }>(
    `with o as (insert into owner (community_id, owner_id, kind, name, phone) values ($1, gen_random_uuid(), 'person', '赵女士', $2) returning *)
     insert into ownership select o.community_id, gen_random_uuid(), h.house_id, o.owner_id, 1, 1, '2020-01-01'
     from o join house h using (community_id) where h.building = '2' returning owner_id`,
    [a, PHONE],
  )
  ownerId = owner?.owner_id ?? ''
})
afterAll(async () => {
  await wechat.close()
  await stage.close()
})

const me = (openid: string) => yes(callAs(members, openid, 'members.showMe', {}))
const at = (room = '0101', building = '2') => ({ communityId: a, building, stair: '1', room })
const bind = (openid: string, phone: string, house: object = {}, requestId?: string) =>
  callAs(phones, openid, 'phones.bindByPhone', { ...at(), phoneCode: wechat.phoneCodeFor(phone), ...house }, requestId)
const told = async (openid: string) => {
  await clockwork({}, timerContext())
  return (await yes(callAs(members, openid, 'members.listMessages', {}))).messages.map(({ text }) => text)
}

describe('an owner whose number WeChat has verified', () => {
  it('is bound at once to the house for which the register has this very number, with the name of the register', async () => {
    expect((await me('zhao')).seats).toEqual([])
    await yes(bind('zhao', PHONE, { room: '101 室', building: '2 号楼' }))
    expect(await me('zhao')).toMatchObject({
      name: '赵女士',
      seats: [{ role: 'owner', houses: [{ label: '2 栋 1 单元 0101' }] }],
    })
    const [row] = await stage.see(`select b.owner_id, c.phone from binding b join seat s using (community_id, seat_id)
      join contact c using (community_id, person_id) where c.name = '赵女士'`)
    expect(row).toEqual({ owner_id: ownerId, phone: PHONE }) // reads this owner's bills, and nobody else's
  })

  it('is answered alike whether the number, the house or nothing matches', async () => {
    const replies = [
      await bind('wife-of-zhao', PHONE),
      await bind('guess-1', '13900000000'),
      await bind('guess-2', PHONE.slice(0, 10) + '2'),
      await bind('guess-3', PHONE, { building: '99' }),
      await bind('zhao', PHONE), // bound already
    ]
    for (const reply of replies) expect(reply).toEqual({ ok: true, data: { tryId: expect.any(String) } })
    for (const guess of ['guess-1', 'guess-2', 'guess-3']) expect((await me(guess)).seats).toEqual([])
    expect((await me('wife-of-zhao')).seats).toHaveLength(1)
    expect((await me('zhao')).seats).toMatchObject([{ houses: [{ label: '2 栋 1 单元 0101' }] }])
  })

  it('is told of to the owners who are bound already, and only when somebody came', async () => {
    const words = '有人用登记在册的手机号绑定了您的 2 栋 1 单元 0101，如果不认识，请马上告诉物业'
    expect((await told('zhao')).filter((text) => text === words)).toHaveLength(1)
    expect(await told('neighbour')).not.toContain(words)
  })

  it('is no owner any more after the house was sold', async () => {
    await stage.see(`update join_try set at = at - interval '1 day'`)
    await stage.see(`update ownership set until_on = '2024-01-01' where owner_id = $1`, [ownerId])
    await yes(bind('too-late', PHONE))
    expect((await me('too-late')).seats).toEqual([])
    await stage.see(`update ownership set until_on = null where owner_id = $1`, [ownerId])
  })

  it('finds nothing in another community, whose register is its own', async () => {
    await yes(bind('zhao-elsewhere', PHONE, { communityId: b }))
    expect((await me('zhao-elsewhere')).seats).toEqual([])
  })
})

describe('the code of the phone button', () => {
  it('serves once: a used or invented one is refused with what to do, and the try stays counted', async () => {
    const phoneCode = wechat.phoneCodeFor('13900000001')
    await yes(callAs(phones, 'once', 'phones.bindByPhone', { ...at('0201'), phoneCode }))
    const again = await callAs(phones, 'once', 'phones.bindByPhone', { ...at('0202'), phoneCode })
    expect(again).toMatchObject({
      ok: false,
      error: { code: 'PHONE_CODE_UNFIT', message: '没有拿到您的手机号，请再点一次“用微信手机号”，或者改用申请绑定' },
    })
    expect(await refusal(bind('once', '', { phoneCode: 'invented', room: '0203' }))).toBe('PHONE_CODE_UNFIT')
    expect(
      await stage.see(
        `select 1 from join_try t join identity i using (person_id) where i.subject = 'once' and t.kind = 'phone'`,
      ),
    ).toHaveLength(3)
  })

  it('is exchanged once for a request that the platform sends again, which gets the same answer', async () => {
    const requestId = randomUUID()
    const phoneCode = wechat.phoneCodeFor('13900000002')
    const first = await yes(bind('twice', '', { phoneCode, room: '0303' }, requestId))
    expect(await yes(bind('twice', '', { phoneCode, room: '0303' }, requestId))).toEqual(first)
    expect(
      await stage.see(`select 1 from join_try t join identity i using (person_id) where i.subject = 'twice'`),
    ).toHaveLength(1)
  })

  it('leaves neither itself nor the number anywhere when nothing matches', async () => {
    const phoneCode = wechat.phoneCodeFor('13999999999')
    await yes(bind('traceless', '', { phoneCode, room: '0404' }))
    const tables = await stage.see<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'app'`)
    for (const { name } of tables) {
      const found = await stage.see(`select 1 from app.${name} t where t::text ~ $1`, [`13999999999|${phoneCode}`])
      expect(`${name} ${found.length}`).toBe(`${name} 0`)
    }
  })

  it('gives one house five tries a day, even when they come at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, n) => bind(`crowd-${n}`, '13900000003', { room: '0505' })),
    )
    expect(replies.filter((reply) => reply.ok)).toHaveLength(5)
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(['TOO_MANY'])
  })

  it('gives one person five tries a day, whatever the houses', async () => {
    const replies = []
    for (let n = 0; n < 6; n += 1) replies.push(await bind('hasty', '13900000004', { room: `07${n}0` }))
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      ...Array<string>(5).fill('ok'),
      'TOO_MANY',
    ])
  })
})

describe('an employee of the personnel register', () => {
  const [manager, clerk] = [holderOf('A', 'manager'), holderOf('A', 'clerk')]
  const come = (openid: string, phone: string) =>
    callAs(phones, openid, 'phones.takeOfficeByPhone', { communityId: a, phoneCode: wechat.phoneCodeFor(phone) })
  const desk = async () => yes(callAs(members, manager, 'members.listStaff', {}))
  const invite = async (name: string, by = manager) => {
    const staffId = (await desk()).notJoined.find((member) => member.name === name)?.staffId ?? randomUUID()
    return callAs(members, by, 'members.inviteStaff', { staffId })
  }

  beforeAll(async () => {
    for (const [name, phone, duty, team] of [
      ['孙师傅', '13700000001', 'technician', '综合组'],
      ['赵师傅', '13700000002', 'technician', null],
      ['吴姐', '13700000003', 'cleaner', '保洁班'],
      ['A收费员', '13700000004', 'cashier', null],
      ['新经理', '13700000005', 'manager', null],
    ])
      await stage.see(`insert into staff_member values ($1, gen_random_uuid(), $2, $3, $4, $5, '2024-01-01')`, [
        a,
        name,
        phone,
        duty,
        team,
      ])
  })

  it('is listed until they hold their office; whoever has none by their duty, or holds it already, is not', async () => {
    expect((await desk()).notJoined).toMatchObject([
      { name: '孙师傅', duty: 'technician', team: '综合组', phone: '137****0001' },
      { name: '赵师傅', duty: 'technician' },
    ])
    expect((await yes(callAs(members, holderOf('A', 'neighbourhood'), 'members.listStaff', {}))).notJoined).toEqual([])
  })

  it('takes up nothing by being in the register alone: the manager opens the office, and no clerk does', async () => {
    await yes(come('sun', '13700000001'))
    expect((await me('sun')).seats).toEqual([])
    expect(await refusal(invite('孙师傅', clerk))).toBe('NOT_ALLOWED')
    const [boss] = await stage.see<{ staff_id: string }>(`select staff_id from staff_member where name = '新经理'`)
    expect(await refusal(callAs(members, manager, 'members.inviteStaff', { staffId: boss?.staff_id ?? '' }))).toBe(
      'NOT_ALLOWED',
    )
  })

  it('comes by the registered telephone once invited, and the code beside it is then spent', async () => {
    const { code } = await yes(invite('孙师傅'))
    expect((await desk()).notJoined[0]).toMatchObject({ name: '孙师傅', invitedUntil: expect.any(String) })
    await yes(come('somebody-else', '13711111111'))
    expect((await me('somebody-else')).seats).toEqual([])
    await yes(come('sun', '13700000001'))
    expect(await me('sun')).toMatchObject({ name: '孙师傅', seats: [{ role: 'technician', officeName: '综合组' }] })
    const late = callAs(members, 'late', 'members.useClaimCode', { communityId: a, code: code ?? '', name: '别人' })
    expect(await yes(late)).toMatchObject({ bound: false })
    expect((await desk()).notJoined.map(({ name }) => name)).toEqual(['赵师傅'])
  })

  it('comes by the code as well, under whatever name; a second invitation takes the first one back', async () => {
    const first = await yes(invite('赵师傅'))
    const second = await yes(invite('赵师傅'))
    const use = (openid: string, code: string | undefined) =>
      yes(callAs(members, openid, 'members.useClaimCode', { communityId: a, code: code ?? '', name: '老赵' }))
    expect(await use('zhao-shifu', first.code)).toMatchObject({ bound: false })
    expect(await use('zhao-shifu', second.code)).toMatchObject({ bound: true })
    expect((await me('zhao-shifu')).seats).toMatchObject([{ role: 'technician', officeName: '维修工' }])
    expect((await desk()).notJoined).toEqual([])
  })

  it('is written off in the register on leaving, and is not invited again by it', async () => {
    const seatId = (await desk()).staff.find((one) => one.name === '孙师傅')?.seatId ?? ''
    await yes(callAs(members, manager, 'members.endEmployment', { seatId, reason: '离职' }))
    expect((await me('sun')).seats).toEqual([])
    expect((await desk()).notJoined).toEqual([])
    expect(await stage.see(`select 1 from staff_member where name = '孙师傅' and until_on is not null`)).toHaveLength(1)
    await yes(come('sun', '13700000001'))
    expect((await me('sun')).seats).toEqual([])
  })
})
