import { randomUUID } from 'node:crypto'
import { main as bills } from '../../cloudfunctions/bills'
import { main as files } from '../../cloudfunctions/files'
import { main as imports } from '../../cloudfunctions/imports'
import { main as members } from '../../cloudfunctions/members'
import type { Main } from '../../cloudfunctions/shared/call/serve'
import { verifyLedger } from '../../config/verify-ledger'
import type { CallName, Input, Output } from '../../types/contracts'
import type { Reply } from '../../types/vocabulary/errors'
import { LOCAL_ENV } from '../persona'
import { openTestStage, type TestStage, yes } from '../testing/stage'
import { openTestStorage, type TestStorage } from '../testing/storage'
import type { ActAs } from './act-as'
import { HONGQI, JINXIU } from './communities'
import { bringRegisters } from './registers-chapter'

const MAINS: Record<string, Main> = { bills, files, imports, members }

const actAs: ActAs =
  (uid) =>
  async <N extends CallName>(call: N, input: Input<N>) => {
    const context = { environment: JSON.stringify({ TCB_UUID: uid, TCB_ENV: LOCAL_ENV }), time_limit_in_ms: 60_000 }
    const reply = await MAINS[call.split('.')[0] ?? '']?.({ call, input, requestId: randomUUID() }, context)
    return yes(Promise.resolve(reply as Reply<Output<N>>)) // the function has checked it against the contract
  }

let stage: TestStage
let storage: TestStorage
const told: string[] = []
beforeAll(async () => {
  stage = await openTestStage()
  for (const founding of [JINXIU, HONGQI]) await stage.found(founding)
  storage = await openTestStorage(stage.appUrl)
  await bringRegisters(actAs, (line) => told.push(line))
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const byName = <Row extends object>(query: string) =>
  stage.see<Row & { name: string }>(
    `select community.name, ${query} group by community.name order by community.name desc`,
  )

it('has 432 houses of the written areas, and telling it again brings nothing twice', async () => {
  expect(
    await byName(
      'count(*)::int as houses, sum(area100)::int as area100 from house_area join community using (community_id)',
    ),
  ).toEqual([
    { name: '锦绣花园', houses: 216, area100: 2_265_840 },
    { name: '红旗里', houses: 216, area100: 1_465_020 },
  ])
  const lines = told.length
  await bringRegisters(actAs, (line) => told.push(line))
  expect(told).toHaveLength(lines)
})

it('expects 43,250.00 yuan a quarter of 锦绣花园’s assets, 20,700.00 of them from its ground spaces', async () => {
  const expected = await byName(
    'sum(expected_fen)::int as fen, count(*)::int as sources from revenue_source join community using (community_id)',
  )
  expect(expected[0]).toEqual({ name: '锦绣花园', fen: 4_325_000, sources: 8 })
  const parking = await stage.see(
    "select 1 from revenue_source where category = 'groundParking' and expected_fen = 2070000",
  )
  expect(parking).toHaveLength(1)
  expect(await stage.see('select distinct role from revenue_expectation')).toEqual([{ role: 'committee' }])
})

it('has a few old arrears as bills, prepayments in balanced books, and meters of the common parts alone', async () => {
  const owed = await byName(
    'count(*)::int as bills, sum(amount_fen)::int as fen from bill join community using (community_id) where import_id is not null',
  )
  expect(owed).toEqual([
    { name: '锦绣花园', bills: 4, fen: 2 * 48_723 + 2 * 36_249 },
    { name: '红旗里', bills: 3, fen: 11_739 + 2 * 14_712 },
  ])
  expect((await verifyLedger(stage.ownerUrl)).map(({ faults }) => faults)).toEqual([[], []])
  expect(await stage.see('select 1 from meter where house_id is not null')).toEqual([])
})
