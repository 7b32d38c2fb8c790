import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import type { AppointableRole } from '../../types/vocabulary/binding'
import { main as members } from '.'

let stage: TestStage
let a = ''

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
})
afterAll(() => stage.close())

const [manager, neighbourhood] = [holderOf('A', 'manager'), holderOf('A', 'neighbourhood')]
const me = (openid: string) => yes(callAs(members, openid, 'members.showMe', {}))
const appoint = (by: string, role: AppointableRole, documentWords?: string) =>
  callAs(members, by, 'members.appointStaff', { role, officeName: '新岗位', ...(documentWords && { documentWords }) })
const use = (openid: string, code: string | undefined) =>
  callAs(members, openid, 'members.useClaimCode', { communityId: a, code: code ?? '', name: openid })
const staffOf = async (by: string) => (await yes(callAs(members, by, 'members.listStaff', {}))).staff
const seatOf = async (by: string, name: string) => (await staffOf(by)).find((one) => one.name === name)?.seatId ?? ''

it('lets the manager appoint the enterprise’s own staff, and nobody else', async () => {
  for (const role of ['clerk', 'cashier', 'technician'] as const) {
    await yes(use(`new-${role}`, (await yes(appoint(manager, role))).code))
    expect((await me(`new-${role}`)).seats).toMatchObject([{ role, officeName: '新岗位' }])
  }
  for (const role of ['committee', 'supervisor'] as const)
    expect(await refusal(appoint(manager, role, '备案〔2026〕1 号'))).toBe('NOT_ALLOWED')
  expect(await refusal(appoint('new-clerk', 'clerk'))).toBe('NOT_ALLOWED')
})

it('lets the neighbourhood appoint committee and supervisor, with the document that they rest on', async () => {
  expect(await refusal(appoint(neighbourhood, 'committee'))).toBe('INVALID_INPUT')
  expect(await refusal(appoint(neighbourhood, 'clerk', '备案〔2026〕1 号'))).toBe('NOT_ALLOWED')
  await yes(use('new-committee', (await yes(appoint(neighbourhood, 'committee', '桂社备〔2026〕3 号'))).code))
  expect((await staffOf(neighbourhood)).find((one) => one.name === 'new-committee')).toMatchObject({
    documentWords: '桂社备〔2026〕3 号',
    mayEnd: true,
  })
  expect((await staffOf(manager)).map((one) => one.role)).not.toContain('committee')
})

it('refuses to seat one person on two sides, with a sentence that says what to do', async () => {
  const reply = await use('new-clerk', (await yes(appoint(neighbourhood, 'supervisor', '桂社备〔2026〕4 号'))).code)
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'ONE_SIDE_ONLY', message: '物业、业委会、监督人不能是同一个人，请换一个人，或先结束原来的身份' },
  })
  expect((await me('new-clerk')).seats).toHaveLength(1)
})

it('ends a leaving clerk’s seat at once, and takes back the codes that the clerk had handed out', async () => {
  const [house] = await stage.see<{ house_id: string }>('select house_id from house where community_id = $1 limit 1', [
    a,
  ])
  const open = await yes(
    callAs(members, 'new-clerk', 'members.issueClaimCode', { houseId: house?.house_id ?? '', role: 'tenant' }),
  )
  const ended = await yes(
    callAs(members, manager, 'members.endEmployment', { seatId: await seatOf(manager, 'new-clerk'), reason: '离职' }),
  )
  expect(ended.codesRevoked).toBe(1)
  expect((await me('new-clerk')).seats).toEqual([])
  expect(await refusal(callAs(members, 'new-clerk', 'members.listApplications', { filter: 'waiting' }))).toBe(
    'NOT_BOUND',
  )
  expect(await yes(use('tenant-of-old-code', open.code))).toMatchObject({ bound: false })
})

it('lets nobody end an office of another side', async () => {
  const committeeSeat = await seatOf(neighbourhood, 'A业委会')
  expect(
    await refusal(callAs(members, manager, 'members.endEmployment', { seatId: committeeSeat, reason: '换人' })),
  ).toBe('NOT_ALLOWED')
  expect(
    await refusal(
      callAs(members, neighbourhood, 'members.endEmployment', {
        seatId: await seatOf(manager, 'A客服'),
        reason: '换人',
      }),
    ),
  ).toBe('NOT_ALLOWED')
  expect(
    await refusal(
      callAs(members, manager, 'members.endEmployment', { seatId: await seatOf(manager, 'A项目经理'), reason: '换人' }),
    ),
  ).toBe('NOT_ALLOWED')
})

it('shows the owners’ body that the neighbourhood recorded on the community’s page (A81, A118)', async () => {
  const body = {
    kind: 'management' as const,
    name: '物业管理委员会',
    documentWords: '桂社备〔2026〕5 号',
    from: '2026-01-01',
  }
  expect(await refusal(callAs(members, neighbourhood, 'members.recordBody', { ...body, until: '2026-01-01' }))).toBe(
    'INVALID_INPUT',
  )
  await yes(callAs(members, neighbourhood, 'members.recordBody', { ...body, until: '2031-01-01' }))
  expect((await yes(callAs(members, 'anybody', 'members.readCommunity', { communityId: a }))).bodyName).toBe(
    '物业管理委员会',
  )
  expect((await yes(callAs(members, neighbourhood, 'members.listStaff', {}))).body).toMatchObject({
    kind: 'management',
    until: '2031-01-01',
  })
})
