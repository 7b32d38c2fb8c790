import { main as clockwork } from '../clockwork'
import { main as files } from '../files'
import { main as members } from '../members'
import { main as ratings } from '../ratings'
import { main as repairs } from '.'
import { demoPhoto } from '../../local/testing/photos'
import { callAs, contextOf, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { openTestStorage, type TestStorage, upload } from '../../local/testing/storage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
let storage: TestStorage
const owner = holderOf('A', 'owner')
const family = holderOf('A', 'family')
const clerk = holderOf('A', 'clerk')
const manager = holderOf('A', 'manager')
const technician = holderOf('A', 'technician')

beforeAll(async () => {
  stage = await openTestStage()
  await at('2026-03-01 08:00') // everybody sits here before anything breaks
  await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

/** Beijing time. */
const at = (words: string) => stage.setClock(`${words.replace(' ', 'T')}:00+08:00`)
const turn = () => clockwork({ Type: 'Timer' }, timerContext())

async function file(category: 'pipeBurst' | 'hallLight' = 'hallLight', photoIds: string[] = [], by = owner) {
  const me = await yes(callAs(members, by, 'members.showMe', {}))
  const houseId = me.seats[0]?.houses[0]?.houseId ?? ''
  const words = { description: '楼道灯不亮', place: '一楼门厅' }
  return yes(callAs(repairs, by, 'repairs.fileRepair', { houseId, category, ...words, photoIds }))
}
async function read(openid: string, repairId: string) {
  const repair = await yes(callAs(repairs, openid, 'repairs.readRepair', { repairId }))
  return { ...repair, newest: repair.events[0] }
}
const technicianId = async () =>
  (await yes(callAs(repairs, clerk, 'repairs.listTechnicians', {}))).technicians[0]?.technicianId ?? ''
const receive = (repairId: string) => yes(callAs(repairs, clerk, 'repairs.receiveRepair', { repairId }))
const take = (repairId: string) => yes(callAs(repairs, technician, 'repairs.takeRepair', { repairId }))
const arrive = (repairId: string) => yes(callAs(repairs, technician, 'repairs.arriveRepair', { repairId }))
const start = (repairId: string) => yes(callAs(repairs, technician, 'repairs.startRepair', { repairId }))
const finish = (repairId: string, photoIds: string[] = []) =>
  yes(callAs(repairs, technician, 'repairs.finishRepair', { repairId, work: '换了声控开关', photoIds }))
async function bringToDone(repairId: string) {
  for (const step of [receive, take, arrive, start]) await step(repairId)
  await finish(repairId)
}
const topics = async (openid: string) => {
  await turn()
  return (await yes(callAs(members, openid, 'members.listMessages', {}))).messages.map(({ topic }) => topic)
}

describe('a repair from the report to the stars', () => {
  let repairId = ''
  beforeAll(() => at('2026-03-06 22:50'))

  it('T1: promises the reporter of a burst pipe at 22:50 that somebody is there by 23:50, and names the clause of 二级', async () => {
    const { promises, gradeCode } = await yes(callAs(repairs, owner, 'repairs.readPromises', {}))
    expect(gradeCode).toBe('二级')
    expect(promises).toMatchObject([{ urgent: true, clock: 'arrive', minutes: 60, clauseNo: '1' }])
    const photo = await upload(files, owner, { name: '水管.jpg', bytes: demoPhoto('pipe'), purpose: 'repairPhoto' })
    const filed = await file('pipeBurst', [photo])
    repairId = filed.repairId
    expect(filed.due).toMatchObject({ clock: 'arrive', gradeCode: '二级', clauseNo: '1' })
    expect(filed.due?.dueAt.slice(0, 16)).toBe('2026-03-06T15:50')
    expect(await read(owner, repairId)).toMatchObject({ urgent: true, due: { clock: 'arrive', overdue: false } })
  })

  it('is dispatched by name, taken, and told to its reporter at each step', async () => {
    await receive(repairId)
    await yes(
      callAs(repairs, clerk, 'repairs.dispatchRepair', {
        repairId,
        technicianId: await technicianId(),
        note: '带水泵',
      }),
    )
    expect((await read(technician, repairId)).events[0]).toMatchObject({ act: 'dispatch', note: '带水泵' })
    await at('2026-03-06 22:55')
    await take(repairId)
    await at('2026-03-06 23:12')
    await arrive(repairId)
    expect(await topics(owner)).toEqual(['repairArrived', 'repairTaken', 'repairDispatched', 'repairReceived'])
    expect(await topics(technician)).toEqual(['repairForYou'])
    expect((await read(owner, repairId)).clocks).toMatchObject([
      { clock: 'arrive', state: 'met', words: '急修 60 分钟内到场' },
    ])
  })

  it('is finished with a photo, and its timeline names people by role', async () => {
    const photo = await upload(files, technician, {
      name: '好了.jpg',
      bytes: demoPhoto('light-after'),
      purpose: 'workPhoto',
    })
    await start(repairId)
    await finish(repairId, [photo])
    const seen = await read(owner, repairId)
    expect(seen.photos.map(({ kind }) => kind)).toEqual(['before', 'after'])
    expect(seen.events[0]).toMatchObject({ act: 'finish', role: 'technician', name: 'A师傅', note: '换了声控开关' })
    expect(seen.assignee).toEqual({ name: 'A师傅', mine: false })
    expect(seen.moves.map(({ act }) => act)).toEqual(['confirm', 'reopen'])
    expect(seen.confirmedBySilenceAt?.slice(0, 13)).toBe('2026-03-09T15')
    expect((await read(family, repairId)).moves).toEqual([])
  })

  it('opens its photos to whoever may read it, and to nobody else', async () => {
    const seen = await read(owner, repairId)
    const link = (openid: string, fileId = seen.photos[0]?.fileId ?? '') =>
      callAs(files, openid, 'files.linkFile', { about: { kind: 'repair', id: repairId }, fileId })
    for (const reader of [owner, family, clerk, technician, holderOf('A', 'supervisor')]) {
      const { url } = await yes(link(reader))
      expect((await fetch(url)).headers.get('content-type')).toBe('image/jpeg')
    }
    for (const stranger of ['neighbour', holderOf('A', 'cashier'), holderOf('B', 'clerk'), holderOf('B', 'owner')])
      expect(await refusal(link(stranger))).toBe('NOT_FOUND')
    const other = await upload(files, owner, { name: '另一张.jpg', bytes: demoPhoto('pipe'), purpose: 'repairPhoto' })
    expect(await refusal(link(owner, other))).toBe('NOT_FOUND')
  })

  it('is confirmed by its reporter alone, rated once, and the stars stand in the technician’s list', async () => {
    expect(await refusal(callAs(repairs, family, 'repairs.confirmRepair', { repairId }))).toBe('NOT_ALLOWED')
    const { moves } = await yes(callAs(repairs, owner, 'repairs.confirmRepair', { repairId }))
    expect(moves.map(({ act }) => act)).toEqual(['rate'])
    const given = { repairId, stars: 5, tags: ['onTime' as const, 'fixedWell' as const], words: '半夜也来' }
    await yes(callAs(ratings, owner, 'ratings.rateRepair', given))
    const list = await yes(callAs(repairs, technician, 'repairs.listRepairs', { filter: 'all' }))
    expect(list.repairs.find((each) => each.repairId === repairId)).toMatchObject({ stars: 5, state: 'confirmed' })
    expect(await topics(technician)).toContain('repairRated')
  })
})

describe('a broken promise', () => {
  it('T3: arriving late is missed for good, is told once to clerk and manager, and reopening does not change it', async () => {
    await at('2026-03-07 22:50')
    const { repairId } = await file('pipeBurst')
    await receive(repairId)
    await at('2026-03-07 23:49')
    expect(await turn()).toMatchObject({ ok: true, data: { repairs: 0 } })
    await at('2026-03-07 23:51')
    expect(await turn()).toMatchObject({ ok: true, data: { repairs: 1 } })
    expect(await turn()).toMatchObject({ ok: true, data: { repairs: 0 } })
    for (const desk of [clerk, manager])
      expect((await topics(desk)).filter((t) => t === 'repairPromiseMissed')).toHaveLength(1)
    const overdue = await yes(callAs(repairs, clerk, 'repairs.listRepairs', { filter: 'overdue' }))
    expect(overdue.repairs.map((each) => each.repairId)).toEqual([repairId])
    expect(overdue.waiting.overdue).toBe(1)
    await take(repairId)
    await at('2026-03-08 00:01')
    await arrive(repairId)
    await start(repairId)
    await finish(repairId)
    const missed = { clock: 'arrive', state: 'missed', missedByMinutes: 11, gradeCode: '二级', clauseNo: '1' }
    expect((await read(owner, repairId)).clocks).toMatchObject([missed])
    await yes(callAs(repairs, owner, 'repairs.reopenRepair', { repairId, reason: '还在滴水' }))
    await take(repairId)
    await arrive(repairId)
    const again = await read(owner, repairId)
    expect(again).toMatchObject({ reopened: 1, missed: ['arrive'], clocks: [missed] })
    expect(again.events.filter(({ act }) => act === 'miss')).toMatchObject([{ clock: 'arrive' }])
    expect(again.events.find(({ act }) => act === 'miss')).not.toHaveProperty('role')
  })

  it('is frozen when the report is made: a better contract the next day promises nothing about it', async () => {
    const { repairId } = await file('pipeBurst')
    await stage.see("update service_contract set grade_code = '一级'")
    expect((await read(owner, repairId)).clocks).toMatchObject([{ minutes: 60, gradeCode: '二级' }])
    const later = await file('pipeBurst')
    expect((await read(owner, later.repairId)).clocks).toMatchObject([{ minutes: 30, gradeCode: '一级' }])
    await stage.see("update service_contract set grade_code = '二级'")
  })

  it('D7-17: nobody reports an arrival before taking, and the client has no say in the time', async () => {
    const { repairId } = await file('pipeBurst')
    await receive(repairId)
    await yes(callAs(repairs, clerk, 'repairs.dispatchRepair', { repairId, technicianId: await technicianId() }))
    expect(await refusal(callAs(repairs, technician, 'repairs.arriveRepair', { repairId }))).toBe('WRONG_STATE')
    const event = { call: 'repairs.takeRepair', input: { repairId, at: '2020-01-01T00:00:00Z' }, requestId: repairId }
    expect(await repairs(event, contextOf(technician))).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })
})

describe('what else can become of it', () => {
  beforeAll(() => at('2026-03-10 09:00'))

  it('is confirmed by three days of silence, and never rated by it', async () => {
    const { repairId } = await file()
    await bringToDone(repairId)
    await at('2026-03-13 08:59')
    await turn()
    expect((await read(owner, repairId)).state).toBe('done')
    await at('2026-03-13 09:01')
    expect(await topics(owner)).toContain('repairConfirmedBySilence')
    const seen = await read(owner, repairId)
    expect(seen).toMatchObject({ state: 'confirmed', newest: { act: 'confirmBySilence', mine: false } })
    expect(seen).not.toHaveProperty('rating')
    expect(seen.moves.map(({ act }) => act)).toEqual(['rate'])
  })

  it('goes back to the pool with the reason of whoever gave it back, and the clerk is told', async () => {
    const { repairId } = await file()
    await receive(repairId)
    await take(repairId)
    await yes(callAs(repairs, technician, 'repairs.returnRepair', { repairId, reason: '要高空作业证' }))
    expect(await read(clerk, repairId)).toMatchObject({
      state: 'received',
      returned: true,
      newest: { note: '要高空作业证' },
    })
    expect(await topics(clerk)).toContain('repairReturned')
    expect((await yes(callAs(repairs, clerk, 'repairs.listRepairs', { filter: 'unassigned' }))).waiting.returned).toBe(
      1,
    )
  })

  it('is closed unfixed by the manager alone, with a reason, and its reporter can object', async () => {
    const { repairId } = await file()
    const close = { repairId, why: 'notOurs' as const, reason: '灯归路灯所' }
    expect(await refusal(callAs(repairs, clerk, 'repairs.closeUnfixed', close))).toBe('NOT_ALLOWED')
    await yes(callAs(repairs, manager, 'repairs.closeUnfixed', close))
    const seen = await read(owner, repairId)
    expect(seen).toMatchObject({ state: 'closedUnfixed', newest: { unfixedReason: 'notOurs', note: '灯归路灯所' } })
    expect(seen.moves.map(({ act }) => act)).toEqual(['object'])
    await yes(callAs(repairs, owner, 'repairs.objectToClosing', { repairId, reason: '灯在单元里' }))
    expect((await read(manager, repairId)).state).toBe('received')
    expect(await topics(manager)).toContain('repairObjected')
  })

  it('can be taken back by its reporter as long as it is not done, and whoever was on the way is told', async () => {
    const { repairId } = await file()
    await receive(repairId)
    await take(repairId)
    await yes(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId }))
    expect(await topics(technician)).toContain('repairWithdrawn')
    const done = await file()
    await bringToDone(done.repairId)
    expect(await refusal(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId: done.repairId }))).toBe(
      'WRONG_STATE',
    )
  })

  it('goes back to the desk when its technician leaves, with an event and a word to the clerk', async () => {
    const { repairId } = await file()
    await receive(repairId)
    await take(repairId)
    const [seat] = await stage.see<{ seat_id: string }>(
      `select seat_id from seat join identity using (person_id) where subject = $1`,
      [technician],
    )
    const ended = await yes(
      callAs(members, manager, 'members.endEmployment', { seatId: seat?.seat_id ?? '', reason: '离职' }),
    )
    expect(ended.tasksHandedOver).toBeGreaterThan(0)
    expect(await read(clerk, repairId)).toMatchObject({
      state: 'received',
      returned: true,
      newest: { act: 'handOver', role: 'manager' },
    })
    expect(await topics(clerk)).toContain('repairHandedOver')
  })
})
