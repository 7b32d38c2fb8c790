import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import type { Input } from '../../types/contracts'
import { main as clockwork } from '../clockwork'
import { main as members } from '../members'
import { main as announcements } from '.'

let stage: TestStage
let a = ''
beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
})
afterAll(() => stage.close())

type Draft = Input<'announcements.postAnnouncement'>

const clerk = holderOf('A', 'clerk')
const NOTICE: Draft = { kind: 'notice', title: '周六检修单元门', text: '周六上午检修单元门，请配合。', buildings: [] }
const post = (change: Partial<Draft> = {}, by = clerk) =>
  callAs(announcements, by, 'announcements.postAnnouncement', { ...NOTICE, ...change })
const withdraw = (announcementId: string, by = clerk) =>
  callAs(announcements, by, 'announcements.withdrawAnnouncement', { announcementId, reason: '日期写错了' })
const readIt = (announcementId: string, by: string) =>
  yes(callAs(announcements, by, 'announcements.readAnnouncement', { communityId: a, announcementId }))
const deliver = () => clockwork({ Type: 'Timer' }, timerContext())
const inboxOf = async (openid: string) =>
  (await yes(callAs(members, openid, 'members.listMessages', {}))).messages.map(({ text }) => text)

const HOUR_MS = 3_600_000
const hoursAhead = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
const noWater = (from: number, to: number): Partial<Draft> => ({
  kind: 'outage',
  title: '自来水检修停水',
  outage: { what: 'water', startsAt: hoursAhead(from), endsAt: hoursAhead(to) },
})

it('tells every resident of the community once, and nobody of another', async () => {
  const { announcementId } = await yes(post())
  await Promise.all([deliver(), deliver()])
  for (const openid of [holderOf('A', 'owner'), holderOf('A', 'tenant'), 'neighbour']) {
    expect(await inboxOf(openid)).toEqual(['周六检修单元门'])
  }
  expect(await inboxOf(holderOf('B', 'owner'))).toEqual([])
  expect(await inboxOf(holderOf('A', 'committee'))).toEqual([])
  const { messages } = await yes(callAs(members, 'neighbour', 'members.listMessages', {}))
  expect(messages[0]).toMatchObject({ topic: 'announcementPosted', announcementId })
})

it('tells only the residents of the buildings it is for, whoever has a house there among several', async () => {
  await yes(post({ ...noWater(2, 6), title: '2 栋停水检修', buildings: ['2', '2'] }))
  await deliver()
  expect(await inboxOf('two-seats')).toContain('2 栋停水检修')
  expect(await inboxOf('neighbour')).not.toContain('2 栋停水检修')
})

it('shows anyone what was announced, by the name of the office and never of a person', async () => {
  const { announcementId } = await yes(post({ title: '业委会开放日' }, holderOf('A', 'committee')))
  const seen = await readIt(announcementId, 'nobody-knows-me')
  expect(seen).toMatchObject({ from: '业主委员会', side: 'committee', concernsMe: false, moves: [] })
  expect(JSON.stringify(seen)).not.toContain('A业委会')
  expect(await readIt(announcementId, holderOf('A', 'owner'))).toMatchObject({ concernsMe: true })
})

it('lists outages that are on or to come, the nearest first, and no longer once they are over or withdrawn', async () => {
  const community = await stage.found({ ...COMMUNITY_B, community: { ...COMMUNITY_B.community, name: '停水小区' } })
  const outages = async () =>
    (await yes(callAs(announcements, 'nobody', 'announcements.listOutages', { communityId: community }))).outages.map(
      ({ title }) => title,
    )
  expect(await outages()).toEqual([])
  // The founding of another community under the same people gives its clerk a second seat.
  const { seats } = await yes(callAs(members, holderOf('B', 'clerk'), 'members.showMe', {}))
  const seatId = seats.find(({ communityId }) => communityId === community)?.seatId ?? ''
  await yes(callAs(members, holderOf('B', 'clerk'), 'members.takeSeat', { seatId }))
  const by = holderOf('B', 'clerk')
  const later = await yes(post({ ...noWater(30, 40), title: '后天停水检修' }, by))
  await yes(post({ ...noWater(-1, 3), title: '现在停水检修' }, by))
  expect(await outages()).toEqual(['现在停水检修', '后天停水检修'])
  await yes(withdraw(later.announcementId, by))
  expect(await outages()).toEqual(['现在停水检修'])
})

it('keeps the words and the reason of what was withdrawn, and withdraws once', async () => {
  const { announcementId } = await yes(post({ title: '写错日期的通知' }))
  expect((await readIt(announcementId, clerk)).moves).toMatchObject([{ act: 'withdraw' }])
  const both = await Promise.all([withdraw(announcementId), withdraw(announcementId, holderOf('A', 'manager'))])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await readIt(announcementId, 'neighbour')).toMatchObject({
    state: 'withdrawn',
    title: '写错日期的通知',
    withdrawn: { reason: '日期写错了' },
    moves: [],
  })
  await deliver()
  expect(await inboxOf('neighbour')).toContain('撤回了：写错日期的通知')
  await expect(stage.see(`update announcement set title = '改过的标题'`)).rejects.toThrow('never rewritten')
})

it('lets only those who speak in the same name withdraw it', async () => {
  const { announcementId } = await yes(post({}, holderOf('A', 'neighbourhood')))
  expect(await refusal(withdraw(announcementId, clerk))).toBe('NOT_ALLOWED')
  expect((await readIt(announcementId, clerk)).moves).toEqual([])
})

it.each<[string, Partial<Draft>, string]>([
  ['an outage without its time', { kind: 'outage' }, 'outage'],
  ['a notice with an outage', { outage: noWater(1, 2).outage }, 'outage'],
  ['an end before its beginning', noWater(4, 2), 'outage'],
  ['an outage that is over', noWater(-4, -2), 'outage'],
  ['an outage of 31 days', noWater(1, 1 + 31 * 24), 'outage'],
  ['an outage in a hundred days', noWater(2400, 2402), 'outage'],
  ['a building that is not there', { buildings: ['9'] }, 'buildings'],
  ['a private mobile number', { text: '有事打 138 0013 8000' }, 'text'],
  ['an identity card', { text: '身份证 11010119900307123X' }, 'text'],
  ['a title of two characters', { title: '停水' }, 'title'],
])('refuses %s and says what to mend', async (_what, change, path) => {
  const reply = await post(change)
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { fields: [{ path }] } } })
})

it('pages to the end without losing or repeating any', async () => {
  await stage.see('alter table announcement disable trigger never_rewritten')
  await stage.see(
    `insert into announcement (community_id, announcement_id, kind, title, body, side, posted_by, posted_at)
     select community_id, gen_random_uuid(), 'notice', '旧公告', '旧公告', 'enterprise', posted_by, posted_at - interval '3 days'
     from announcement, generate_series(1, 45) where community_id = $1 and title = '周六检修单元门'`,
    [a],
  )
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await yes(
      callAs(announcements, 'neighbour', 'announcements.listAnnouncements', {
        communityId: a,
        ...(after && { after }),
      }),
    )
    ids.push(...page.announcements.map(({ announcementId }) => announcementId))
    after = page.next
  } while (after)
  const [all] = await stage.see<{ n: number }>('select count(*)::int as n from announcement where community_id = $1', [
    a,
  ])
  expect(new Set(ids).size).toBe(all?.n)
  expect(ids).toHaveLength(all?.n ?? 0)
})

it('tells a community at most twenty times a day', async () => {
  for (let n = 0; n < 20; n += 1) await post({ title: `第 ${n} 份通知` })
  expect(await refusal(post())).toBe('TOO_MANY')
})
