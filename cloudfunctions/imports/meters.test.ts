import { main as files } from '../files'
import { importerAs } from '../../local/testing/importer'
import { openTestStage, type TestStage } from '../../local/testing/stage'
import { openTestStorage, type TestStorage } from '../../local/testing/storage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'
import { main as imports } from './index'

const clerk = importerAs(holderOf('A', 'clerk'), { imports, files })

let stage: TestStage
let storage: TestStorage
beforeAll(async () => {
  stage = await openTestStage()
  await stage.found(COMMUNITY_A)
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const GARAGE = ['电', 'D-001', '', '', '', '地下车库', '40', '1024.5', '2026-01-01']
const FLAT = ['水', '00123', '1', '1', '0101', '', '', '88', '2026-01-01']
const meters = () =>
  stage.see(
    `select serial_number, house.room, place_words, multiplier, first_reading_e3::integer as e3
     from meter left join house using (community_id, house_id) order by serial_number`,
  )

it('brings the meters of a flat and of the garage, and the same file again changes nothing', async () => {
  const staged = await clerk.bring('meters', [GARAGE, FLAT])
  const { rows } = await clerk.look(staged.importId, 'new')
  expect(rows.map(({ title }) => title)).toEqual(['D-001 地下车库', '00123 1 栋 1 单元 0101'])
  await clerk.apply(staged.importId)
  expect(await meters()).toEqual([
    { serial_number: '00123', room: '0101', place_words: null, multiplier: 1, e3: 88_000 },
    { serial_number: 'D-001', room: null, place_words: '地下车库', multiplier: 40, e3: 1_024_500 },
  ])
  expect(await clerk.bring('meters', [GARAGE, FLAT])).toMatchObject({ sameCount: 2, newCount: 0, changedCount: 0 })
})

it('sees what changed of a known meter, also that it now hangs in a flat', async () => {
  const moved = await clerk.bring('meters', [['电', 'D-001', '1', '1', '0102', '', '20', '1024.5', '2026-01-01']])
  expect((await clerk.look(moved.importId, 'changed')).rows[0]?.facts).toContainEqual({
    column: '倍率',
    before: '40',
    after: '20',
  })
  await clerk.apply(moved.importId)
  expect((await meters())[1]).toMatchObject({ room: '0102', place_words: null, multiplier: 20 })
})

it('tells each wrong cell, a meter that hangs nowhere or twice, unknown flats and readings of days to come', async () => {
  const wrong = await clerk.bring('meters', [
    ['煤', 'A1', '', '', '', '车库', '0', '1.2345', '2026-01-01'],
    ['电', 'A2', '', '', '', '', '', '1', '2026-01-01'],
    ['电', 'A3', '1', '1', '0101', '车库', '', '1', '2026-01-01'],
    ['电', 'A4', '1', '', '0101', '', '1.5', '1', '2026-01-01'],
    ['电', 'A5', '1', '1', '7777', '', '', '1', '2026-01-01'],
    ['电', 'A6', '', '', '', '车库', '', '1度', '2026-01-01'],
    ['电', 'A7', '', '', '', '车库', '', '1', '2199-01-01'],
    ['电', 'A8', '', '', '', '车库', '', '1', '2026-01-01'],
    ['电', 'A8', '', '', '', '门口', '', '1', '2026-01-01'],
    ['电', 'A9', '1', '', '0101', '', '', '1', '2026-01-01'],
  ])
  expect(await clerk.problems(wrong.importId)).toEqual([
    '2 类型: “煤”不在可选的词里',
    '2 倍率: 倍率不对',
    '2 起始读数: “1.2345”小数太多',
    '3 位置: 没有填',
    '4 楼栋: 写了位置，又写了房屋',
    '5 倍率: “1.5”小数太多',
    '6 室号: 房屋登记里没有这套房',
    '7 起始读数: “1度”带了单位',
    '8 读数日期: 读数日期还没到',
    '10 整行: 和第 9 行重复',
    '11 单元: 没有填',
  ])
})
