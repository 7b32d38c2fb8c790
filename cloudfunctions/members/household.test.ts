import { main as clockwork } from '../clockwork'
import { main as repairs } from '../repairs'
import { businessDate } from '../../types/vocabulary/dates'
import { nameOwners } from '../../local/testing/named-owners'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as members } from '.'

let stage: TestStage
let a = ''

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  await stage.see(`update binding set from_at = from_at - interval '30 days'`)
  await stage.see(`update seat set from_at = from_at - interval '30 days'`)
  await nameOwners(stage, a)
})
afterAll(() => stage.close())

const [clerk, manager, owner] = [holderOf('A', 'clerk'), holderOf('A', 'manager'), holderOf('A', 'owner')]
const me = (openid: string) => yes(callAs(members, openid, 'members.showMe', {}))
const houseOf = async (openid: string) => (await me(openid)).seats[0]?.houses[0]?.houseId ?? ''
const household = async (openid: string) =>
  yes(callAs(members, openid, 'members.listHousehold', { houseId: await houseOf(openid) }))
const bindingOf = async (search: string, name: string) => {
  const { houses } = await yes(callAs(members, clerk, 'members.listResidents', { search }))
  const person = houses.flatMap(({ people }) => people).find((one) => one.name === name)
  if (!person) throw new Error(`${name} is not bound at ${search}`)
  return person
}
const join = async (openid: string, by: string, role: 'owner' | 'family' | 'tenant', houseId: string) => {
  const { code } = await yes(callAs(members, by, 'members.issueClaimCode', { houseId, role }))
  return yes(callAs(members, openid, 'members.useClaimCode', { communityId: a, code: code ?? '', name: openid }))
}
const messagesOf = async (openid: string) => {
  await clockwork({}, timerContext())
  return (await yes(callAs(members, openid, 'members.listMessages', {}))).messages.map(({ text }) => text)
}

describe('my house', () => {
  it('is decided about by no owner whom the register does not name: neither who comes nor who goes', async () => {
    await stage.see(`update binding set owner_id = null`)
    const shown = await household(owner)
    expect(shown).toMatchObject({ waitsForRegister: true, mayInvite: [] })
    expect(shown.members.some(({ mayEnd }) => mayEnd)).toBe(false)
    const houseId = await houseOf(owner)
    expect(await refusal(callAs(members, owner, 'members.issueClaimCode', { houseId, role: 'family' }))).toBe(
      'OWNER_NOT_REGISTERED',
    )
    const bindingId = shown.members.find(({ role }) => role === 'tenant')?.bindingId ?? ''
    expect(await refusal(callAs(members, owner, 'members.endBinding', { bindingId, reason: 'removed' }))).toBe(
      'OWNER_NOT_REGISTERED',
    )
    await nameOwners(stage, a)
    expect(await household(owner)).toMatchObject({ waitsForRegister: false, mayInvite: ['family', 'tenant'] })
  })

  it('shows who is bound to it, and lets the owner remove whom the owner invited', async () => {
    await join('son', owner, 'family', await houseOf(owner))
    const shown = await household(owner)
    expect(shown.members.map(({ role, name, mayEnd }) => `${role} ${name} ${mayEnd}`)).toEqual([
      'owner A业主 false',
      'family A家属 true',
      'tenant A租户 true',
      'family son true',
    ])
    const son = shown.members.find(({ name }) => name === 'son')?.bindingId ?? ''
    expect(
      await refusal(
        callAs(members, holderOf('A', 'family'), 'members.endBinding', { bindingId: son, reason: 'removed' }),
      ),
    ).toBe('NOT_ALLOWED')
    expect(
      await refusal(callAs(members, 'neighbour', 'members.endBinding', { bindingId: son, reason: 'removed' })),
    ).toBe('NOT_FOUND')
    await yes(callAs(members, owner, 'members.endBinding', { bindingId: son, reason: 'removed' }))
    expect((await me('son')).seats).toEqual([])
    expect((await household(owner)).members).toHaveLength(3)
  })

  it('lists the owner’s open invitations to the owner alone, and one that is taken back opens nothing', async () => {
    const houseId = await houseOf(owner)
    const { codeId, code } = await yes(callAs(members, owner, 'members.issueClaimCode', { houseId, role: 'tenant' }))
    expect((await household(owner)).invitations.map((one) => one.codeId)).toEqual([codeId])
    expect((await household(holderOf('A', 'family'))).invitations).toEqual([])
    await yes(callAs(members, owner, 'members.revokeClaimCode', { codeId }))
    expect((await household(owner)).invitations).toEqual([])
    expect(
      await yes(callAs(members, 'late', 'members.useClaimCode', { communityId: a, code: code ?? '', name: '来晚了' })),
    ).toMatchObject({ bound: false })
  })
})

describe('when a house is sold', () => {
  it('the seller’s binding ends with the family’s, the tenant stays, history stays, and the buyer never sees the seller’s orders', async () => {
    const houseId = await houseOf(owner)
    const { repairId } = await yes(
      callAs(repairs, owner, 'repairs.fileRepair', { houseId, description: '卖房之前报的', place: '门厅' }),
    )
    const leaving = await bindingOf('1-1-0101', 'A业主')
    const on = businessDate(new Date())
    const ended = await yes(
      callAs(members, clerk, 'members.endBinding', { bindingId: leaving.bindingId, reason: 'sold', on }),
    )
    expect(ended.familyEnded).toBe(1)
    expect((await me(owner)).seats).toEqual([])
    expect((await me(holderOf('A', 'family'))).seats).toEqual([])
    expect((await me(holderOf('A', 'tenant'))).seats).toHaveLength(1)
    expect(await refusal(callAs(repairs, owner, 'repairs.readRepair', { repairId }))).toBe('NOT_BOUND')

    await join('buyer', clerk, 'owner', houseId)
    expect((await yes(callAs(repairs, 'buyer', 'repairs.listRepairs', { filter: 'all' }))).repairs).toEqual([])
    expect(await refusal(callAs(repairs, 'buyer', 'repairs.readRepair', { repairId }))).toBe('NOT_FOUND')
    expect(await bindingOf('1-1-0101', 'A业主')).toMatchObject({ endReason: 'sold' })
    expect(
      await refusal(callAs(members, clerk, 'members.endBinding', { bindingId: leaving.bindingId, reason: 'sold' })),
    ).toBe('NOT_FOUND')
  })

  it('refuses a day before the binding began, and takes one that has passed', async () => {
    const { bindingId, from } = await bindingOf('1-1-0101', 'A租户')
    const end = (on: string) =>
      callAs(members, clerk, 'members.endBinding', { bindingId, reason: 'movedOut' as const, on })
    expect(await refusal(end('2020-01-01'))).toBe('INVALID_INPUT')
    expect(await refusal(end('2099-01-01'))).toBe('INVALID_INPUT')
    const weekLater = businessDate(new Date(new Date(from).getTime() + 7 * 86_400_000))
    expect(new Date((await yes(end(weekLater))).endsAt).toISOString()).toBe(
      new Date(`${weekLater}T00:00:00+08:00`).toISOString(),
    )
    expect((await me(holderOf('A', 'tenant'))).seats).toEqual([])
  })
})

describe('a lost phone', () => {
  const request = (by: string, personId: string, more: object = {}) =>
    callAs(members, by, 'members.requestRebinding', {
      personId,
      kind: 'account',
      reason: '手机丢了，本人带证件来',
      ...more,
    })

  it('takes two employees and a code; the old account becomes a stranger and was told before', async () => {
    const { personId } = await bindingOf('1-1-0102', 'A邻居')
    const before = await me('neighbour')
    const { rebindingId } = await yes(request(clerk, personId))
    expect(await messagesOf('neighbour')).toContain(
      '物业收到申请，要给您换账号或手机号。不是您本人提的，请马上打电话给物业',
    )
    expect(await refusal(callAs(members, clerk, 'members.approveRebinding', { rebindingId }))).toBe('SECOND_PERSON')
    const { code } = await yes(callAs(members, manager, 'members.approveRebinding', { rebindingId }))
    expect(
      await yes(
        callAs(members, 'new-phone', 'members.useClaimCode', { communityId: a, code: code ?? '', name: 'A邻居' }),
      ),
    ).toMatchObject({ bound: true })
    expect((await me('new-phone')).seats).toEqual(before.seats)
    expect((await me('neighbour')).seats).toEqual([])
    expect(await refusal(callAs(members, manager, 'members.approveRebinding', { rebindingId }))).toBe('WRONG_STATE')
  })

  it('counts two accounts with one telephone number as one employee', async () => {
    await stage.see(`update contact set phone = '13500000001' where name in ('A客服', 'A项目经理')`)
    const { personId } = await bindingOf('1-1-0102', 'A邻居')
    const { rebindingId } = await yes(request(clerk, personId))
    expect(await refusal(callAs(members, manager, 'members.approveRebinding', { rebindingId }))).toBe('SECOND_PERSON')
    await stage.see(`update contact set phone = '13500000002' where name = 'A客服'`)
  })

  it('never moves an account that holds an office or lives elsewhere, nor onto an account with a life of its own', async () => {
    const { personId } = await bindingOf('2-1-0101', '两处业主')
    expect(await refusal(request(clerk, personId))).toBe('HELD_ELSEWHERE')
    const { rebindings } = await yes(callAs(members, manager, 'members.listRebindings', {}))
    const { code } = await yes(
      callAs(members, manager, 'members.approveRebinding', { rebindingId: rebindings[0]?.rebindingId ?? '' }),
    )
    const taking = callAs(members, holderOf('A', 'technician'), 'members.useClaimCode', {
      communityId: a,
      code: code ?? '',
      name: '别人',
    })
    expect(await refusal(taking)).toBe('ACCOUNT_IN_USE')
    expect((await me(holderOf('A', 'technician'))).seats).toHaveLength(1)
  })

  it('changes a telephone number only by two people, and a joiner’s words never overwrite a known name', async () => {
    const person = await bindingOf('1-1-0102', 'A邻居')
    expect(await refusal(request(clerk, person.personId, { kind: 'phone' }))).toBe('INVALID_INPUT')
    const { rebindingId } = await yes(request(clerk, person.personId, { kind: 'phone', newPhone: '13900001234' }))
    await yes(callAs(members, manager, 'members.approveRebinding', { rebindingId }))
    expect((await bindingOf('1-1-0102', 'A邻居')).phone).toBe('139****1234')
    const [house] = await stage.see<{ house_id: string }>(
      `select house_id from house where community_id = $1 and building = '2'`,
      [a],
    )
    await join('new-phone', clerk, 'tenant', house?.house_id ?? '')
    expect((await bindingOf('2-1-0101', 'A邻居')).phone).toBe('139****1234')
  })
})

it('finds a house by its address in any writing or by a name, and no house by other words', async () => {
  const find = async (search: string) =>
    (await yes(callAs(members, clerk, 'members.listResidents', { search }))).houses.map(({ label }) => label)
  expect(await find('1 栋 1 单元 0102')).toEqual(['1 栋 1 单元 0102'])
  expect(await find('1-1-102')).toEqual(['1 栋 1 单元 0102'])
  expect(await find('两处')).toEqual(['1 栋 1 单元 0102', '2 栋 1 单元 0101'])
  expect(await find('没有这个人')).toEqual([])
  expect(await find('')).toHaveLength(3)
})
