import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { main as clockwork } from '../clockwork'
import { main as repairs } from '../repairs'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as members } from '.'

let stage: TestStage
let a = ''

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
})
afterAll(() => stage.close())

const me = (openid: string) => yes(callAs(members, openid, 'members.showMe', {}))

describe('seats', () => {
  it('gives a stranger no seats and no refusal, signed in or not', async () => {
    expect(await me('nobody-knows-me')).toMatchObject({ seats: [], unreadMessages: 0 })
    expect(await members({ call: 'members.showMe', input: {} })).toMatchObject({ ok: true, data: { seats: [] } })
  })

  it('tells a first page what its seat may do, by the policy alone', async () => {
    expect((await me('nobody-knows-me')).may).toEqual([])
    expect((await me(holderOf('A', 'clerk'))).may).toEqual(['repairs.listRepairs', 'repairs.receiveRepair'])
    expect((await me(holderOf('A', 'technician'))).may).toEqual(['repairs.listRepairs', 'repairs.takeRepair'])
    expect((await me(holderOf('A', 'supervisor'))).may).toEqual(['repairs.listRepairs', 'accounts.readCockpit'])
    expect((await me(holderOf('A', 'cashier'))).may).toEqual([])
  })

  it('opens on the oldest seat, and acts from the chosen one afterwards', async () => {
    const before = await me('two-seats')
    expect(before.seats.map((seat) => `${seat.communityName} ${seat.role} ${seat.houses.length}`)).toEqual([
      'A 小区 owner 2',
      'A 小区 building_head 0',
      'B 小区 owner 1',
    ])
    const inB = before.seats.find((seat) => seat.communityName === 'B 小区')?.seatId ?? ''
    await yes(callAs(members, 'two-seats', 'members.takeSeat', { seatId: inB }))
    expect((await me('two-seats')).seatId).toBe(inB)
    const houseId = before.seats[0]?.houses[0]?.houseId ?? ''
    const filing = callAs(repairs, 'two-seats', 'repairs.fileRepair', {
      houseId,
      description: '楼道灯不亮',
      place: '门厅',
    })
    expect(await refusal(filing)).toBe('NOT_FOUND') // a house of the other seat
  })

  it('never lets anyone take another person’s seat', async () => {
    const seatId = (await me(holderOf('A', 'manager'))).seatId ?? ''
    expect(await refusal(callAs(members, holderOf('A', 'owner'), 'members.takeSeat', { seatId }))).toBe('NOT_FOUND')
    expect(await refusal(callAs(members, holderOf('A', 'owner'), 'members.takeSeat', { seatId: randomUUID() }))).toBe(
      'NOT_FOUND',
    )
  })

  it('takes the seat away when the binding ends, and shows the house’s earlier orders to no later owner', async () => {
    const tenant = holderOf('B', 'tenant')
    const houseId = (await me(tenant)).seats[0]?.houses[0]?.houseId ?? ''
    const { repairId } = await yes(
      callAs(repairs, tenant, 'repairs.fileRepair', { houseId, description: '搬走之前报的', place: '门厅' }),
    )
    await stage.see(`update binding set until_at = app_now() + interval '1 millisecond' where seat_id = $1`, [
      (await me(tenant)).seatId,
    ])
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await me(tenant)).seats).toEqual([])
    expect(await refusal(callAs(repairs, tenant, 'repairs.readRepair', { repairId }))).toBe('NOT_BOUND')
    await stage.see(`update binding set from_at = app_now() where house_id = $1 and until_at is null`, [houseId])
    expect(await refusal(callAs(repairs, holderOf('B', 'owner'), 'repairs.readRepair', { repairId }))).toBe('NOT_FOUND')
  })

  it('refuses to seat one person on two sides of a community', async () => {
    const adding = stage.see(
      `insert into seat (community_id, seat_id, person_id, role, from_at)
       select community_id, gen_random_uuid(), person_id, 'supervisor', app_now() from seat where community_id = $1 and role = 'committee'`,
      [a],
    )
    await expect(adding).rejects.toThrow('two sides')
  })

  it('refuses the second side also when both seats are given at the same moment, or one of them ends later', async () => {
    const [nobody] = await stage.see<{ person_id: string }>(
      'insert into person (person_id) values (gen_random_uuid()) returning person_id',
    )
    const give = async (role: string, until: string | null) => {
      const client = new Client({ connectionString: stage.ownerUrl, options: '-c search_path=app' })
      await client.connect()
      try {
        await client.query("select set_config('app.communities', $1, false)", [`{${a}}`])
        await client.query(
          `insert into seat (community_id, seat_id, person_id, role, from_at, until_at) values ($1, gen_random_uuid(), $2, $3, app_now(), $4)`,
          [a, nobody?.person_id, role, until],
        )
        return 'seated'
      } catch (error) {
        return (error as { constraint: string }).constraint
      } finally {
        await client.end()
      }
    }
    const both = await Promise.all([give('clerk', '2199-01-01'), give('committee', null)])
    expect(both.sort()).toEqual(['seat_one_side', 'seated'])
  })

  it('knows one person by WeChat and by the web as the same only where the identity says so', async () => {
    const context = { environment: JSON.stringify({ TCB_UUID: holderOf('A', 'owner'), TCB_ENV: 'wx-test' }) }
    expect(await members({ call: 'members.showMe', input: {} }, context)).toMatchObject({
      ok: true,
      data: { seats: [] },
    })
  })
})

describe('the public page', () => {
  it('reads the same for a stranger and for the manager', async () => {
    const stranger = await yes(callAs(members, 'nobody-knows-me', 'members.readCommunity', { communityId: a }))
    expect(stranger).toEqual(
      await yes(callAs(members, holderOf('A', 'manager'), 'members.readCommunity', { communityId: a })),
    )
    expect(stranger).toMatchObject({
      name: 'A 小区',
      houseCount: 3,
      enterpriseName: 'A 物业',
      rules: { publishWithinDays: 15 },
    })
    expect(stranger.phones).toEqual([{ label: '物业', number: '0000-1', hours: '8:00–20:00' }])
  })

  it('finds a community by part of its name, and takes % and quotes as letters', async () => {
    const find = async (name: string) =>
      (await yes(callAs(members, 'nobody-knows-me', 'members.findCommunities', { name }))).communities.map(
        (found) => found.name,
      )
    expect(await find('小区')).toEqual(['A 小区', 'B 小区'])
    expect(await find('B')).toEqual(['B 小区'])
    expect(await find('%')).toEqual([])
    expect(await find("' or true --")).toEqual([])
  })

  it('says NOT_FOUND for a community there is not', async () => {
    expect(
      await refusal(callAs(members, 'nobody-knows-me', 'members.readCommunity', { communityId: randomUUID() })),
    ).toBe('NOT_FOUND')
  })
})

describe('the inbox', () => {
  it('counts what is unread and marks as read only what was on the screen', async () => {
    const owner = holderOf('A', 'owner')
    const houseId = (await me(owner)).seats[0]?.houses[0]?.houseId ?? ''
    const receive = async (description: string) => {
      const { repairId } = await yes(
        callAs(repairs, owner, 'repairs.fileRepair', { houseId, description, place: '门厅' }),
      )
      await yes(callAs(repairs, holderOf('A', 'clerk'), 'repairs.receiveRepair', { repairId }))
      await clockwork({}, timerContext())
    }
    await receive('第一件')
    const shown = await yes(callAs(members, owner, 'members.listMessages', {}))
    await receive('第二件')
    expect((await me(owner)).unreadMessages).toBe(2)
    const upTo = shown.messages[0]?.messageId ?? ''
    expect((await yes(callAs(members, owner, 'members.markMessagesRead', { upTo }))).unreadMessages).toBe(1)
    const after = await yes(callAs(members, owner, 'members.listMessages', {}))
    expect(after.messages.map((message) => [message.text.includes('第二件'), message.read])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('never marks another person’s messages', async () => {
    const clerk = holderOf('A', 'clerk')
    const upTo = (await yes(callAs(members, clerk, 'members.listMessages', {}))).messages[0]?.messageId ?? ''
    await yes(callAs(members, holderOf('A', 'manager'), 'members.markMessagesRead', { upTo }))
    expect((await me(clerk)).unreadMessages).toBeGreaterThan(0)
  })
})

it('keeps the movable clock out of production and out of the functions’ hands', async () => {
  await expect(stage.see(`update deployment set kind = 'production'`)).rejects.toThrow('keeps its kind')
  await stage.see('alter table deployment disable trigger keep_kind')
  await stage.see(`update deployment set kind = 'production'`)
  await expect(stage.see('insert into clock_offset (offset_seconds) values (60)')).rejects.toThrow('cannot be moved')
  await stage.see(`update deployment set kind = 'test'`)
  await stage.see('insert into clock_offset (offset_seconds) values (86400)')
  const { now } = await me('nobody-knows-me')
  expect(new Date(now).getTime() - Date.now()).toBeGreaterThan(86_000_000)
  const [grants] = await stage.see<{ may: boolean }>(
    `select has_table_privilege('mingju_app', 'clock_offset', 'insert, update, delete') as may`,
  )
  expect(grants).toEqual({ may: false })
})
