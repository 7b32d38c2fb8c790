import type { Input } from '../../types/contracts'
import { main as files } from '../files'
import { main as members } from '../members'
import { main as ratings } from '../ratings'
import { main as repairs } from '.'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { demoPhoto } from '../../local/testing/photos'
import { openTestStorage, type TestStorage, upload } from '../../local/testing/storage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'

const owner = holderOf('A', 'owner')
const clerk = holderOf('A', 'clerk')
const FIFTY = Array.from({ length: 50 }, (_, place) => `technician-${place + 1}`)

let stage: TestStage
let storage: TestStorage
beforeAll(async () => {
  stage = await openTestStage()
  const technicians = FIFTY.map((openid, place) => ({
    name: `欧阳第${place + 1}`,
    identities: [{ provider: 'wx' as const, app: 'wx-test', subject: openid }],
    seats: [{ role: 'technician' as const, officeName: '工程部' }],
  }))
  await stage.found({ ...COMMUNITY_A, people: [...COMMUNITY_A.people, ...technicians] })
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

async function received(more: Partial<Input<'repairs.fileRepair'>> = {}): Promise<string> {
  const me = await yes(callAs(members, owner, 'members.showMe', {}))
  const houseId = me.seats[0]?.houses[0]?.houseId ?? ''
  const { repairId } = await yes(
    callAs(repairs, owner, 'repairs.fileRepair', { houseId, description: '0101 门口的灯', place: '门厅', ...more }),
  )
  await yes(callAs(repairs, clerk, 'repairs.receiveRepair', { repairId }))
  return repairId
}

it('gives an order to one of fifty technicians who tap at once, and tells the other 49 that a colleague was faster', async () => {
  const repairId = await received()
  const taps = await Promise.all(FIFTY.map((openid) => callAs(repairs, openid, 'repairs.takeRepair', { repairId })))
  expect(taps.filter((reply) => reply.ok)).toHaveLength(1)
  expect(taps.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(Array(49).fill('REPAIR_TAKEN'))
  const events = await stage.see("select 1 from repair_event where repair_id = $1 and act = 'take'", [repairId])
  expect(events).toHaveLength(1)
})

it('shows the pool to every technician without the door, and the door to whoever has the order, until it is over', async () => {
  const repairId = await received()
  const [first = '', second = ''] = FIFTY
  const read = (openid: string) => callAs(repairs, openid, 'repairs.readRepair', { repairId })
  expect(await yes(read(first))).toMatchObject({ houseLabel: '1 栋 1 单元 01**', description: '01** 门口的灯' })
  expect(await yes(read(first))).not.toHaveProperty('reporter')
  await yes(callAs(repairs, first, 'repairs.takeRepair', { repairId }))
  expect(await yes(read(first))).toMatchObject({
    houseLabel: '1 栋 1 单元 0101',
    description: '0101 门口的灯',
    reporter: { name: 'A**' },
    assignee: { name: '欧阳师傅', mine: true },
  })
  expect(await refusal(read(second))).toBe('NOT_FOUND')
  const list = await yes(callAs(repairs, second, 'repairs.listRepairs', { filter: 'all' }))
  expect(list.repairs.map((each) => each.repairId)).not.toContain(repairId)
  await yes(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId }))
  expect(await yes(read(first))).toMatchObject({ houseLabel: '1 栋 1 单元 01**', description: '01** 门口的灯' })
})

it('shows what was photographed inside a flat to the house, the desk and the technician on the job alone', async () => {
  const bytes = demoPhoto('pipe')
  const photo = await upload(files, owner, { name: '家里.jpg', bytes, purpose: 'repairPhoto' })
  const repairId = await received({ category: 'homeDrain', photoIds: [photo] })
  const [first = '', second = ''] = FIFTY
  const photosSeenBy = async (openid: string) => {
    const { photos } = await yes(callAs(repairs, openid, 'repairs.readRepair', { repairId }))
    const about = { kind: 'repair' as const, id: repairId }
    const link = await callAs(files, openid, 'files.linkFile', { about, fileId: photo })
    return [photos.length, link.ok]
  }
  expect(await photosSeenBy(second)).toEqual([0, false])
  await yes(callAs(repairs, first, 'repairs.takeRepair', { repairId }))
  for (const reader of [owner, holderOf('A', 'family'), clerk, first])
    expect(await photosSeenBy(reader)).toEqual([1, true])
  for (const role of ['committee', 'supervisor'] as const)
    expect(await photosSeenBy(holderOf('A', role))).toEqual([0, false])
  await yes(callAs(repairs, owner, 'repairs.withdrawRepair', { repairId }))
  expect(await photosSeenBy(first)).toEqual([0, false])
})

it('names a technician as 欧阳师傅 to the reporter, and by the whole name to the desk that sends people', async () => {
  const repairId = await received()
  const [first = ''] = FIFTY
  await yes(callAs(repairs, first, 'repairs.takeRepair', { repairId }))
  const nameSeenBy = async (openid: string) =>
    (await yes(callAs(repairs, openid, 'repairs.readRepair', { repairId }))).events[0]?.name
  expect([await nameSeenBy(owner), await nameSeenBy(clerk)]).toEqual(['欧阳师傅', '欧阳第1'])
})

it('D7-18: a technician who lives here does not take what they reported, and so never confirms their own work', async () => {
  const repairId = await received()
  const [first = ''] = FIFTY
  await stage.see(
    `update repair set reporter_id = (select person_id from identity where subject = $2) where repair_id = $1`,
    [repairId, first],
  )
  expect(await refusal(callAs(repairs, first, 'repairs.takeRepair', { repairId }))).toBe('SECOND_PERSON')
  expect((await yes(callAs(repairs, clerk, 'repairs.readRepair', { repairId }))).state).toBe('received')
})

it('D7-20: what those read who only supervise holds no name, telephone or door of anybody who lives there', async () => {
  await stage.see(`update contact set phone = '13912345678' where name = 'A业主'`)
  const repairId = await received({ description: '0101 的灯', place: '1 栋 1 单元 0101 门口' })
  for (const role of ['committee', 'supervisor'] as const) {
    const one = await yes(callAs(repairs, holderOf('A', role), 'repairs.readRepair', { repairId }))
    const list = await yes(callAs(repairs, holderOf('A', role), 'repairs.listRepairs', { filter: 'all' }))
    const rating = await yes(callAs(ratings, holderOf('A', role), 'ratings.readRating', { repairId }))
    const said = JSON.stringify([one, list, rating]).replaceAll(/"[0-9a-f-]{36}"/g, '""') // but for ids
    for (const secret of ['A业主', '13912345678', '0101']) expect(said).not.toContain(secret)
  }
})
