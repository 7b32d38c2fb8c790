import { main as bills } from '../bills'
import { main as files } from '../files'
import type { CallName, Input } from '../../types/contracts'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { csv, HEADERS, stageAll } from '../../local/testing/sheets'
import { callAs, openTestStage, type TestStage, yes } from '../../local/testing/stage'
import { openTestStorage, type TestStorage, upload } from '../../local/testing/storage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'
import { main } from './index'

const CLERK = holderOf('A', 'clerk')
const CASHIER = holderOf('A', 'cashier')
const HOUSE = '1-1-0101'

let stage: TestStage
let storage: TestStorage
let a: ReturnType<typeof registersOf>
beforeAll(async () => {
  stage = await openTestStage()
  a = registersOf(stage, await stage.found(withoutRegisters(COMMUNITY_A)))
  storage = await openTestStorage(stage.appUrl)
})
beforeEach(async () => {
  await a.clear()
  await a.board(await a.contract(), 1, '2020-01-01', [{ code: 'property_service', name: '物业服务费', priceE4: 13500 }])
  await a.owner(HOUSE, { name: '林女士' })
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const ask = <N extends CallName>(call: N, input: Input<N>) => yes(callAs(main, CLERK, call, input))

/** The clerk brings 林女士’s flat, F1’s 89.50 m², with this in the column of the day of delivery; gives what was shown. */
async function bring(delivered: string) {
  const rows = [HEADERS.houses, ['1', '1', '0101', '89.50', '产权证', '住宅', delivered]]
  const fileId = await upload(files, CLERK, { name: '房屋.csv', bytes: csv(rows), purpose: 'register' })
  const { importId } = await stageAll(ask, 'houses', fileId)
  const { rows: shown } = await ask('imports.readImport', { importId, view: 'changed' })
  await ask('imports.applyImport', { importId })
  return shown[0]?.facts
}
const preview = (from: string) => yes(callAs(bills, CASHIER, 'bills.previewRun', { kind: 'month', from }))
const billed = async (from: string) => {
  await yes(callAs(bills, CASHIER, 'bills.startRun', { kind: 'month', from }))
  return (await a.lines(HOUSE)).map((line) => [line.payer, Number(line.amount_fen)])
}

describe('a house that the register calls undelivered', () => {
  it('is billed to the developer and not to its owner, from a day on to the owner once that day is brought', async () => {
    await a.owner('2-1-0101', { name: '绿原置业', kind: 'developer' })
    expect(await bring('未交付')).toContainEqual({ column: '交付日期', after: '未交付' })
    expect(await billed('2026-04-01')).toEqual([['绿原置业', 12083]])
    await bring('') // a later register that says nothing of delivery takes nothing back
    expect(await billed('2026-05-01')).toEqual([
      ['绿原置业', 12083],
      ['绿原置业', 12083],
    ])
    expect(await bring('2026-06-01')).toEqual([{ column: '交付日期', after: '2026-06-01', before: '未交付' }])
    expect((await billed('2026-06-01')).at(-1)).toEqual(['林女士', 12083])
  })

  it('stays out of the run and is named where no developer is registered', async () => {
    await bring('未交付')
    expect((await preview('2026-04-01')).warnings).toContainEqual({
      kind: 'noDeveloper',
      count: 1,
      names: ['1 栋 1 单元 0101'],
    })
  })

  it('may have been called delivered by mistake: the written day goes when the register says 未交付', async () => {
    await bring('2016-06-30')
    expect(await bring('未交付')).toEqual([{ column: '交付日期', after: '未交付', before: '2016-06-30' }])
    expect(await stage.see('select delivered_on from house where is_undelivered')).toEqual([{ delivered_on: null }])
  })

  it('is not one whose day of delivery nobody knows: there the owner pays', async () => {
    await a.owner('2-1-0101', { name: '绿原置业', kind: 'developer' })
    await bring('')
    expect(await billed('2026-04-01')).toEqual([['林女士', 12083]])
  })
})
