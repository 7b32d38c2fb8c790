import { randomUUID } from 'node:crypto'
import { main as clockwork } from '../../cloudfunctions/clockwork'
import { main as files } from '../../cloudfunctions/files'
import { main as members } from '../../cloudfunctions/members'
import { main as ratings } from '../../cloudfunctions/ratings'
import { main as repairs } from '../../cloudfunctions/repairs'
import type { Main } from '../../cloudfunctions/shared/call/serve'
import type { CallName, Input, Output } from '../../types/contracts'
import type { Reply } from '../../types/vocabulary/errors'
import { LOCAL_ENV } from '../persona'
import { openTestStage, type TestStage, timerContext, yes } from '../testing/stage'
import { openTestStorage, type TestStorage } from '../testing/storage'
import type { ActAs } from './act-as'
import { HONGQI, HONGQI_RESIDENTS, JINXIU, JINXIU_RESIDENTS } from './communities'
import { tellRepairs } from './repairs'

const MAINS: Record<string, Main> = { files, members, ratings, repairs }

/** Through `main`, as a signed-in browser of the local environment. */
const actAs: ActAs =
  (uid) =>
  async <N extends CallName>(call: N, input: Input<N>) => {
    const context = { environment: JSON.stringify({ TCB_UUID: uid, TCB_ENV: LOCAL_ENV }), time_limit_in_ms: 60_000 }
    const reply = await MAINS[call.split('.')[0] ?? '']?.({ call, input, requestId: randomUUID() }, context)
    return yes(Promise.resolve(reply as Reply<Output<N>>)) // the function has checked it against the contract
  }
const windClock = async () => {
  await clockwork({ Type: 'Timer' }, timerContext())
}
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

let stage: TestStage
let storage: TestStorage
const log: string[] = []
const tell = () => tellRepairs({ ownerUrl: stage.ownerUrl, windClock }, actAs, (line) => log.push(line))

beforeAll(async () => {
  stage = await openTestStage()
  await stage.setClock(daysAgo(30).toISOString())
  const withHouses = (people: typeof JINXIU_RESIDENTS) =>
    people.flatMap((person) => person.seats.flatMap((seat) => seat.houses ?? []))
  for (const [founding, residents] of [
    [JINXIU, JINXIU_RESIDENTS],
    [HONGQI, HONGQI_RESIDENTS],
  ] as const) {
    const houses = [...new Set(withHouses(residents))]
    await stage.found({ ...founding, guidePrices: undefined, houses, people: [...founding.people, ...residents] })
  }
  await stage.setClock(undefined)
  storage = await openTestStorage(stage.appUrl)
  await tell()
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

async function ordersOf(uid: string, words: string) {
  const { repairs: list } = await actAs(uid)('repairs.listRepairs', { filter: 'all' })
  const found = list.find(({ description }) => description.includes(words))
  if (!found) throw new Error(`nobody told of ${words}`)
  return actAs(uid)('repairs.readRepair', { repairId: found.repairId })
}

it('story 1: a burst pipe at 22:50 is met in 22 minutes, photographed, confirmed and rated five stars', async () => {
  const pipe = await ordersOf('lin', '水管爆了')
  expect(pipe).toMatchObject({
    state: 'confirmed',
    urgent: true,
    missed: [],
    stars: 5,
    clocks: [{ clock: 'arrive', state: 'met', gradeCode: '二级', minutes: 60 }],
  })
  const metAt = Date.parse(pipe.clocks[0]?.metAt ?? '')
  expect(Math.round((metAt - Date.parse(pipe.filedAt)) / 60_000)).toBe(22)
  expect(pipe.photos.map(({ kind }) => kind)).toEqual(['before'])
})

it('story 2: a lamp is reached 20 hours 5 minutes late, which is named by its clause and stays after the first 返工', async () => {
  const lamp = await ordersOf('zhou', '6 层楼道的灯')
  expect(lamp).toMatchObject({ state: 'dispatched', reopened: 1, missed: ['arrive', 'finish'] })
  expect(lamp.clocks[0]).toMatchObject({ clock: 'arrive', missedByMinutes: 20 * 60 + 5, clauseNo: '2.2' })
  expect(lamp.photos.map(({ kind }) => kind)).toEqual(['before', 'after'])
  expect(lamp.events.map(({ act }) => act)).toContain('miss')
})

it('leaves work on each desk: to receive, to dispatch, to take, to confirm, and something overdue', async () => {
  const { waiting } = await actAs('lin-xiao')('repairs.listRepairs', { filter: 'open' })
  expect(waiting).toMatchObject({ submitted: 1, received: 1, done: 1, overdue: 2 })
  const { repairs: tasks } = await actAs('wang')('repairs.listRepairs', { filter: 'tasks' })
  expect(tasks.map(({ due }) => due?.overdue)).toEqual([true, false, false])
  const { repairs: pool } = await actAs('wang')('repairs.listRepairs', { filter: 'unassigned' })
  expect(pool.map(({ category }) => category)).toEqual(['fitness'])
  expect((await ordersOf('qian', '漏水')).state).toBe('submitted')
})

it('is told once, and leaves the clock as it found it', async () => {
  const before = await stage.see('select count(*) as n from repair')
  await tell()
  expect(await stage.see('select count(*) as n from repair')).toEqual(before)
  expect(await stage.see('select 1 from clock_offset')).toEqual([])
})
