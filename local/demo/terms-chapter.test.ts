import { randomUUID } from 'node:crypto'
import { main as bills } from '../../cloudfunctions/bills'
import { main as fees } from '../../cloudfunctions/fees'
import { main as files } from '../../cloudfunctions/files'
import { main as members } from '../../cloudfunctions/members'
import type { Main } from '../../cloudfunctions/shared/call/serve'
import type { CallName, Input, Output } from '../../types/contracts'
import type { Reply } from '../../types/vocabulary/errors'
import { LOCAL_ENV } from '../persona'
import { openTestStage, type TestStage, yes } from '../testing/stage'
import { openTestStorage, type TestStorage } from '../testing/storage'
import type { ActAs } from './act-as'
import { tellBoards } from './boards'
import { HONGQI, HONGQI_RESIDENTS, JINXIU, JINXIU_RESIDENTS } from './communities'
import { registerTerms } from './terms-chapter'

const MAINS: Record<string, Main> = { bills, fees, files, members }

const actAs: ActAs =
  (uid) =>
  async <N extends CallName>(call: N, input: Input<N>) => {
    const context = { environment: JSON.stringify({ TCB_UUID: uid, TCB_ENV: LOCAL_ENV }), time_limit_in_ms: 60_000 }
    const reply = await MAINS[call.split('.')[0] ?? '']?.({ call, input, requestId: randomUUID() }, context)
    return yes(Promise.resolve(reply as Reply<Output<N>>)) // the function has checked it against the contract
  }

let stage: TestStage
let storage: TestStorage
beforeAll(async () => {
  stage = await openTestStage()
  for (const [founding, residents] of [
    [JINXIU, JINXIU_RESIDENTS],
    [HONGQI, HONGQI_RESIDENTS],
  ] as const) {
    const houses = [...new Set(residents.flatMap(({ seats }) => seats.flatMap((seat) => seat.houses ?? [])))]
    await stage.found({ ...founding, houses, people: [...founding.people, ...residents] })
  }
  storage = await openTestStorage(stage.appUrl)
  await tellBoards(actAs, () => undefined)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

it('registers 许先生’s parking space and asks 小黄 whether he pays, and telling it again changes nothing', async () => {
  const told: string[] = []
  for (let turn = 0; turn < 2; turn += 1) await registerTerms(actAs, (line) => told.push(line))
  expect(told).toHaveLength(2)
  const { houses } = await actAs('he-jing')('bills.listTerms', { search: '' })
  expect(houses).toMatchObject([
    { label: '1 栋 1 单元 0302', spaces: [{ itemName: '地下车位管理费', quantity: 1 }] },
    { label: '2 栋 1 单元 0901', requests: [{ name: '小黄' }] },
  ])
})
