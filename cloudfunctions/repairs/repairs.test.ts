import { randomUUID } from 'node:crypto'
import { main as members } from '../members'
import { main as clockwork } from '../clockwork'
import { main as repairs } from '.'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
const owner = holderOf('A', 'owner')
const family = holderOf('A', 'family')
const clerk = holderOf('A', 'clerk')
const clerkB = holderOf('B', 'clerk')

beforeAll(async () => {
  stage = await openTestStage()
  await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
})
afterAll(() => stage.close())

const houseOf = async (openid: string): Promise<string> => {
  const me = await yes(callAs(members, openid, 'members.showMe', {}))
  return me.seats[0]?.houses[0]?.houseId ?? 'no house'
}
const file = async (openid: string, description = '楼道灯不亮', requestId?: string) =>
  callAs(
    repairs,
    openid,
    'repairs.fileRepair',
    { houseId: await houseOf(openid), description, place: '一楼门厅' },
    requestId,
  )

describe('filing', () => {
  it('gives the owner a number that can be said on the telephone', async () => {
    const filed = await yes(file(owner))
    expect(filed.number).toMatch(/^BX\d{8}-\d{4}$/)
    expect(filed.state).toBe('submitted')
  })

  it('shows the new order to its house and its clerk, and to no neighbour and no other community', async () => {
    const { repairId } = await yes(file(owner, '水管漏水'))
    for (const reader of [owner, family, clerk]) {
      await yes(callAs(repairs, reader, 'repairs.readRepair', { repairId }))
    }
    for (const stranger of ['neighbour', clerkB, holderOf('B', 'owner')]) {
      expect(await refusal(callAs(repairs, stranger, 'repairs.readRepair', { repairId }))).toBe('NOT_FOUND')
    }
  })

  it('refuses a house that is not one’s own', async () => {
    const houseId = await houseOf('neighbour')
    const call = callAs(repairs, owner, 'repairs.fileRepair', { houseId, description: '楼道灯不亮', place: '门厅' })
    expect(await refusal(call)).toBe('NOT_FOUND')
  })

  it('names each field that is wrong, in Chinese, and writes nothing', async () => {
    const before = await stage.see<{ n: string }>('select count(*) as n from repair')
    const reply = await callAs(repairs, owner, 'repairs.fileRepair', {
      houseId: await houseOf(owner),
      description: ' ',
      place: '很'.repeat(61),
    })
    expect(reply.ok).toBe(false)
    if (reply.ok) return
    expect(reply.error.details?.fields).toEqual([
      { path: 'description', message: '怎么了至少写 2 个字' },
      { path: 'place', message: '在哪里最多 60 个字' },
    ])
    expect(await stage.see('select count(*) as n from repair')).toEqual(before)
  })

  it('keeps emoji and line breaks as they were typed', async () => {
    const { repairId } = await yes(file(owner, '灯不亮😀\n第二行'))
    const read = await yes(callAs(repairs, owner, 'repairs.readRepair', { repairId }))
    expect(read.description).toBe('灯不亮😀\n第二行')
  })

  it('stops one person at twenty orders a day and says to telephone', async () => {
    const tenant = holderOf('A', 'tenant')
    for (let n = 0; n < 20; n += 1) await yes(file(tenant, `第 ${n} 件`))
    expect(await refusal(file(tenant, '第 21 件'))).toBe('TOO_MANY')
  })
})

describe('moving on', () => {
  it('lets the clerk receive an order once, and tells the reporter', async () => {
    const { repairId } = await yes(file(owner, '单元门关不上'))
    const seen = await yes(callAs(repairs, clerk, 'repairs.readRepair', { repairId }))
    expect(seen.moves).toEqual([{ act: 'receive', does: '受理', call: 'repairs.receiveRepair' }])
    expect((await yes(callAs(repairs, clerk, 'repairs.receiveRepair', { repairId }))).state).toBe('received')
    expect(await refusal(callAs(repairs, clerk, 'repairs.receiveRepair', { repairId }))).toBe('WRONG_STATE')
    await clockwork({ Type: 'Timer' }, timerContext())
    const inbox = await yes(callAs(members, owner, 'members.listMessages', {}))
    expect(inbox.messages[0]).toMatchObject({ topic: 'repairReceived', repairId, read: false })
    expect(inbox.messages[0]?.text).toContain('单元门关不上')
  })

  it('lets only the reporter withdraw, with a reason that the clerk can read', async () => {
    const { repairId } = await yes(file(owner, '自己修好了的灯'))
    expect((await yes(callAs(repairs, family, 'repairs.readRepair', { repairId }))).moves).toEqual([])
    expect(await refusal(callAs(repairs, family, 'repairs.withdrawRepair', { repairId }))).toBe('NOT_ALLOWED')
    await yes(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId, reason: '自己修好了' }))
    const seen = await yes(callAs(repairs, clerk, 'repairs.readRepair', { repairId }))
    expect(seen.state).toBe('withdrawn')
    expect(seen.moves).toEqual([])
    expect(seen.events[0]).toMatchObject({ act: 'withdraw', role: 'owner', note: '自己修好了', mine: false })
    expect(await refusal(callAs(repairs, clerk, 'repairs.receiveRepair', { repairId }))).toBe('WRONG_STATE')
  })

  it('has one winner when ten clerks’ taps come at once', async () => {
    const { repairId } = await yes(file(owner, '抢着受理'))
    const taps = await Promise.all(
      Array.from({ length: 10 }, () => callAs(repairs, clerk, 'repairs.receiveRepair', { repairId })),
    )
    expect(taps.filter((reply) => reply.ok)).toHaveLength(1)
    expect(taps.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(Array(9).fill('WRONG_STATE'))
  })

  it('hides names and the last two digits of the room from those who only supervise', async () => {
    const { repairId } = await yes(file(owner, '监督人看得见'))
    const seen = await yes(callAs(repairs, holderOf('A', 'supervisor'), 'repairs.readRepair', { repairId }))
    expect(seen.houseLabel).toBe('1 栋 1 单元 01**')
    expect(seen.events.map((event) => event.name)).toEqual([undefined])
  })

  it('hides the room from them also where somebody typed it', async () => {
    const houseId = await houseOf(owner)
    const typed = { houseId, description: '1-1-0101 漏水，电话 20101 可打', place: '1 栋 1 单元 0101 厨房' }
    const { repairId } = await yes(callAs(repairs, owner, 'repairs.fileRepair', typed))
    await yes(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId, reason: '0101 自己修好了' }))
    const seen = await yes(callAs(repairs, holderOf('A', 'committee'), 'repairs.readRepair', { repairId }))
    expect([seen.description, seen.place, seen.events[0]?.note]).toEqual([
      '1-1-01** 漏水，电话 20101 可打',
      '1 栋 1 单元 01** 厨房',
      '01** 自己修好了',
    ])
    expect((await yes(callAs(repairs, clerk, 'repairs.readRepair', { repairId }))).place).toBe(typed.place)
  })
})

describe('doing things once', () => {
  it('gives the stored reply when the same request comes again, even at the same moment', async () => {
    const requestId = randomUUID()
    const replies = await Promise.all(Array.from({ length: 8 }, () => file(owner, '只报一次', requestId)))
    const first = await yes(Promise.resolve(replies[0] ?? file(owner)))
    for (const reply of replies) expect(reply).toEqual({ ok: true, data: first })
    const rows = await stage.see("select repair_id from repair where description = '只报一次'")
    expect(rows).toHaveLength(1)
  })

  it('refuses a request id that comes back with other words', async () => {
    const requestId = randomUUID()
    await yes(file(owner, '第一种说法', requestId))
    expect(await refusal(file(owner, '第二种说法', requestId))).toBe('REQUEST_REUSED')
  })

  it('lets a corrected form use the id of a refused one, because nothing was stored', async () => {
    const requestId = randomUUID()
    expect(await refusal(file(owner, ' ', requestId))).toBe('INVALID_INPUT')
    await yes(file(owner, '改好了的说法', requestId))
  })
})

describe('paging', () => {
  it('walks through every order of the community exactly once, newest first', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await yes(callAs(repairs, clerk, 'repairs.listRepairs', { filter: 'all', ...(after && { after }) }))
      seen.push(...page.repairs.map((repair) => repair.repairId))
      after = page.next
    } while (after)
    const all = await stage.see<{ repair_id: string }>(
      'select repair_id from repair order by filed_at desc, repair_id desc',
    )
    expect(seen).toEqual(all.map((row) => row.repair_id))
    expect(seen.length).toBeGreaterThan(20)
  })

  it('refuses a cursor that it did not make', async () => {
    expect(await refusal(callAs(repairs, clerk, 'repairs.listRepairs', { filter: 'all', after: "1_' or 1=1" }))).toBe(
      'INVALID_INPUT',
    )
  })
})
