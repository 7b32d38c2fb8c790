import { main as members } from '../members'
import { main as repairs } from '../repairs'
import { main as ratings } from '.'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

const owner = holderOf('A', 'owner')
const technician = holderOf('A', 'technician')

let stage: TestStage
const at = (words: string) => stage.setClock(`${words.replace(' ', 'T')}:00+08:00`)
beforeAll(async () => {
  stage = await openTestStage()
  await at('2026-03-01 08:00')
  await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
})
afterAll(() => stage.close())

async function mended(by = owner): Promise<string> {
  await at('2026-03-06 09:00')
  const me = await yes(callAs(members, by, 'members.showMe', {}))
  const houseId = me.seats[0]?.houses[0]?.houseId ?? ''
  const { repairId } = await yes(
    callAs(repairs, by, 'repairs.fileRepair', { houseId, description: '灯不亮', place: '门厅' }),
  )
  await yes(callAs(repairs, holderOf('A', 'clerk'), 'repairs.receiveRepair', { repairId }))
  for (const call of ['repairs.takeRepair', 'repairs.arriveRepair', 'repairs.startRepair'] as const)
    await yes(callAs(repairs, technician, call, { repairId }))
  await yes(callAs(repairs, technician, 'repairs.finishRepair', { repairId, work: '换了灯' }))
  return repairId
}
const confirm = (repairId: string, by = owner) => yes(callAs(repairs, by, 'repairs.confirmRepair', { repairId }))
const rate = (openid: string, repairId: string, stars = 5) =>
  callAs(ratings, openid, 'ratings.rateRepair', { repairId, stars, tags: ['onTime'], words: '很快' })
const read = (openid: string, repairId: string) => yes(callAs(ratings, openid, 'ratings.readRating', { repairId }))

describe('D7-13: one rating for each order', () => {
  it('is given by its reporter alone, and only after the repair is confirmed', async () => {
    const repairId = await mended()
    expect(await refusal(rate(owner, repairId))).toBe('WRONG_STATE')
    await confirm(repairId)
    expect(await refusal(rate(holderOf('A', 'family'), repairId))).toBe('NOT_ALLOWED')
    expect(await refusal(rate('neighbour', repairId))).toBe('NOT_FOUND')
    expect(await refusal(rate(holderOf('B', 'owner'), repairId))).toBe('NOT_FOUND')
    await yes(rate(owner, repairId))
    expect(await refusal(rate(owner, repairId, 1))).toBe('REPAIR_IS_RATED')
  })

  it('counts once also when the reporter’s phone sends it ten times at the same moment', async () => {
    const repairId = await mended()
    await confirm(repairId)
    const replies = await Promise.all(Array.from({ length: 10 }, () => rate(owner, repairId)))
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(Array(9).fill('REPAIR_IS_RATED'))
  })

  it('is never given by whoever works for the property, not even as somebody who also lives there', async () => {
    const repairId = await mended()
    await confirm(repairId)
    for (const role of ['technician', 'clerk', 'cashier', 'manager'] as const)
      expect(await refusal(rate(holderOf('A', role), repairId))).toBe('NOT_ALLOWED')
    const own = await mended('neighbour')
    await confirm(own, 'neighbour')
    await stage.see(
      `insert into seat (community_id, seat_id, person_id, role, from_at)
       select community_id, gen_random_uuid(), reporter_id, 'clerk', '2026-03-01' from repair where repair_id = $1`,
      [own],
    )
    const seats = (await yes(callAs(members, 'neighbour', 'members.showMe', {}))).seats
    const asOwner = seats.find(({ role }) => role === 'owner')?.seatId ?? ''
    await yes(callAs(members, 'neighbour', 'members.takeSeat', { seatId: asOwner }))
    expect(await refusal(rate('neighbour', own))).toBe('NOT_ALLOWED')
    expect((await yes(callAs(repairs, 'neighbour', 'repairs.readRepair', { repairId: own }))).moves).toEqual([])
    expect(await read('neighbour', own)).toEqual({})
  })
})

it('may be given for thirty days after the confirmation, and no longer', async () => {
  const inTime = await mended()
  const late = await mended()
  await at('2026-03-07 10:00')
  await confirm(inTime)
  await confirm(late)
  await at('2026-04-06 09:59')
  expect((await read(owner, inTime)).mayRateUntil?.slice(0, 16)).toBe('2026-04-06T02:00')
  await yes(rate(owner, inTime))
  await at('2026-04-06 10:01')
  expect(await refusal(rate(owner, late))).toBe('RATING_TOO_LATE')
  expect(await read(owner, late)).toEqual({})
})

it('may be changed by its writer for seven days; then it is frozen', async () => {
  const repairId = await mended()
  await confirm(repairId)
  const change = (stars: number) => callAs(ratings, owner, 'ratings.changeRating', { repairId, stars })
  expect(await refusal(change(4))).toBe('WRONG_STATE')
  await yes(rate(owner, repairId))
  await at('2026-03-13 08:59')
  await yes(change(3))
  expect((await read(technician, repairId)).rating).toMatchObject({ stars: 3, tags: [], mine: false })
  await at('2026-03-13 09:01')
  expect(await refusal(change(1))).toBe('RATING_FROZEN')
  const seen = await yes(callAs(repairs, owner, 'repairs.readRepair', { repairId }))
  expect(seen).toMatchObject({ rating: { stars: 3, frozen: true }, stars: 3 })
  expect(seen.moves).toEqual([])
})

it.each([
  [{ stars: 0 }, '最少一颗星'],
  [{ stars: 6 }, '最多五颗星'],
  [{ stars: 4.5 }, '请点星星打分'],
  [{ stars: 5, tags: ['onTime', 'onTime'] }, '同一个标签只选一次'],
  [{ stars: 5, words: '好'.repeat(201) }, '评价最多 200 个字'],
] as const)('says in words what is wrong with %j', async (given, words) => {
  const repairId = await mended()
  const tags = 'tags' in given ? [...given.tags] : []
  const reply = await callAs(ratings, owner, 'ratings.rateRepair', { repairId, ...given, tags })
  expect(JSON.stringify(reply)).toContain(words)
})
