import { main as files } from '../files'
import { importerAs } from '../../local/testing/importer'
import { openTestStage, type TestStage } from '../../local/testing/stage'
import { openTestStorage, type TestStorage } from '../../local/testing/storage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'
import { main as imports } from './index'

const committee = importerAs(holderOf('A', 'committee'), { imports, files })
const manager = importerAs(holderOf('A', 'manager'), { imports, files })
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

const FRAMES = [
  '电梯广告',
  '轿厢广告框 12 个',
  '示例传媒',
  'SY-01',
  '2026-01-01',
  '2026-12-31',
  '7,200.00',
  '全小区',
  '',
  '',
]
const frames = (yuanPerQuarter: string, lastOn = '2026-12-31') => [
  ...FRAMES.slice(0, 5),
  lastOn,
  `"${yuanPerQuarter}"`,
  ...FRAMES.slice(7),
]
const expectations = () =>
  stage.see<{ expected_fen: string; role: string }>(
    'select expected_fen, role, until_on::text from revenue_expectation order by told_at',
  )

it('lets the committee bring what its assets should earn, and the same file again changes nothing', async () => {
  const rows = [
    frames('7,200.00'),
    ['地面停车', '地面车位 46 个', '停车业主', '无', '2026-01-01', '', '20700', '全小区', '', ''],
    ['快递柜', '快递柜 1 组', '示例柜', 'SY-02', '2026-01-01', '', '1800', '单元', '1', '1'],
  ]
  const staged = await committee.bring('revenue', rows)
  expect(staged).toMatchObject({ newCount: 3, wrongCount: 0 })
  const { rows: shown } = await committee.look(staged.importId, 'new')
  expect(shown[0]).toMatchObject({ title: '轿厢广告框 12 个' })
  expect(shown[0]?.facts).toContainEqual({ column: '每季应收', after: '7,200.00 元' })
  await committee.apply(staged.importId)
  const kept = await stage.see(
    'select category, until_on::text, expected_fen::integer, scope, stair from revenue_source order by expected_fen desc',
  )
  expect(kept).toEqual([
    { category: 'groundParking', until_on: null, expected_fen: 2_070_000, scope: 'all', stair: null },
    { category: 'liftAdverts', until_on: '2027-01-01', expected_fen: 720_000, scope: 'all', stair: null }, // half-open
    { category: 'parcelLockers', until_on: null, expected_fen: 180_000, scope: 'stair', stair: '1' },
  ])
  expect(await committee.bring('revenue', rows)).toMatchObject({ newCount: 0, changedCount: 0, sameCount: 3 })
})

it('keeps what was expected before, and who lowered it: income that went missing cannot be explained away', async () => {
  const lowered = await manager.bring('revenue', [frames('6000')])
  expect((await manager.look(lowered.importId, 'changed')).rows[0]?.facts).toEqual([
    { column: '每季应收', before: '7,200.00 元', after: '6,000.00 元' },
  ])
  await manager.apply(lowered.importId)
  const told = (await expectations()).filter(({ expected_fen }) => ['720000', '600000'].includes(expected_fen))
  expect(told.map(({ role }) => role)).toEqual(['committee', 'manager'])
})

it('refuses one asset under two contracts at once, which would be expected twice', async () => {
  const again = [...FRAMES]
  again[3] = 'SY-09'
  again[6] = '7200'
  const doubled = await committee.bring('revenue', [again])
  expect(await committee.problems(doubled.importId)).toEqual(['2 资源: 同一处资源在这段时间已有合同 SY-01'])
  const after = [...again]
  after[4] = '2027-01-01'
  after[5] = ''
  expect(await committee.bring('revenue', [after])).toMatchObject({ wrongCount: 0, newCount: 1 })
})

it('tells each wrong cell of a contract and how its cells contradict each other', async () => {
  const wrong = await committee.bring('revenue', [
    ['电梯', '轿厢', '甲', '无', '2026-01-01', '', '7200元', '全小区', '', ''],
    ['废品', '可回收物', '甲', '无', '2026-01-01', '2025-12-31', '600.555', '全小区', '', ''],
    ['废品', '旧物', '甲', '无', '2026-01-01', '2025-12-31', '600', '整栋', '', ''],
    ['废品', '纸箱', '甲', '无', '2026-01-01', '', '600', '全小区', '1', ''],
    ['废品', '瓶子', '甲', '无', '2026-01-01', '', '-600', '整栋', '77', ''],
    ['废品', '铁', '甲', '无', '2026-01-01', '', '600', '整栋', '77', ''],
  ])
  expect(await committee.problems(wrong.importId)).toEqual([
    '2 类别: “电梯”不在可选的词里',
    '2 每季应收: “7200元”带了单位',
    '3 每季应收: “600.555”小数太多',
    '4 结束日期: 结束日期在开始日期之前',
    '4 楼栋: 没有填',
    '5 楼栋: 归属是全小区，却写了楼栋',
    '6 每季应收: “-600”小于 0',
    '7 楼栋: 房屋登记里没有这个楼栋或单元',
  ])
  expect(await committee.refusedTo('imports.applyImport', { importId: wrong.importId })).toBe('IMPORT_HAS_PROBLEMS')
})

describe('who keeps which register', () => {
  it('shows the committee no import of owners with their names and telephones, and the clerk no revenue contract', async () => {
    const owners = await clerk.bring('owners', [['1', '1', '0101', '林女士', '13800000001', '', '个人', '']])
    for (const call of [
      'imports.stageChunk',
      'imports.applyImport',
      'imports.dropImport',
      'imports.exportProblems',
    ] as const)
      expect(await committee.refusedTo(call, { importId: owners.importId })).toBe('NOT_FOUND')
    expect(await committee.refusedTo('imports.readImport', { importId: owners.importId, view: 'new' })).toBe(
      'NOT_FOUND',
    )
    const { imports: seen } = await committee.ask('imports.listImports', {})
    expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(['revenue']))
    const { imports: clerks } = await clerk.ask('imports.listImports', {})
    expect(clerks.map(({ kind }) => kind)).not.toContain('revenue')
  })

  it('takes no register and gives no template to whoever does not keep it', async () => {
    const fileId = await clerk.put([FRAMES])
    expect(await clerk.refusedTo('imports.startImport', { fileId, kind: 'revenue' })).toBe('NOT_ALLOWED')
    expect(await clerk.refusedTo('imports.readTemplate', { kind: 'revenue' })).toBe('NOT_ALLOWED')
    expect(await committee.refusedTo('imports.readTemplate', { kind: 'houses' })).toBe('NOT_ALLOWED')
  })
})
