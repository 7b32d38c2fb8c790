import { main as files } from '../files'
import type { CallName, Input } from '../../types/contracts'
import { type ImportKind, importKindsOf } from '../../types/vocabulary/register'
import { importerAs } from '../../local/testing/importer'
import { csv, HEADERS, stageAll, xlsx } from '../../local/testing/sheets'
import { openTestStorage, type TestStorage, upload } from '../../local/testing/storage'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main } from './index'

const CLERK = holderOf('A', 'clerk')

let stage: TestStage
let storage: TestStorage
let a = ''
beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  await stage.found(COMMUNITY_B)
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const ask = <N extends CallName>(call: N, input: Input<N>) => yes(callAs(main, CLERK, call, input))
const put = (bytes: Buffer, name = '登记表.xlsx') => upload(files, CLERK, { name, bytes, purpose: 'register' })
const bring = async (kind: ImportKind, rows: string[][]) =>
  stageAll(ask, kind, await put(csv([HEADERS[kind], ...rows]), '登记表.csv'))
const apply = (importId: string) => ask('imports.applyImport', { importId })
const look = (importId: string, view: 'problems' | 'new' | 'changed') => ask('imports.readImport', { importId, view })
const house = (room: string, area = '89.50', more: string[] = ['产权证', '住宅', '2016-06-30']) => [
  '9',
  '1',
  room,
  area,
  ...more,
]
const registered = () =>
  stage.see<{ room: string; area100: number; from_on: string }>(
    `select room, area100, from_on::text from house join house_area using (community_id, house_id)
     where community_id = $1 and building = '9' order by room, from_on`,
    [a],
  )

describe('a clerk who brings the register of houses', () => {
  it('sees what is new, applies it, and finds that the same file again changes nothing', async () => {
    const bytes = await xlsx([
      HEADERS.houses,
      ['9栋', '1单元', '0101室', 89.5, '产权证', '住宅', new Date(Date.UTC(2016, 5, 30))],
      ['9', '1', '0102', 120.3, '产权证', '住宅', '2016/6/30'],
    ])
    const first = await stageAll(ask, 'houses', await put(bytes))
    expect(first).toMatchObject({ rowCount: 2, newCount: 2, changedCount: 0, sameCount: 0, wrongCount: 0 })
    expect((await look(first.importId, 'new')).rows[0]).toMatchObject({ rowNo: 2, title: '9 栋 1 单元 0101' })
    expect(await apply(first.importId)).toMatchObject({ state: 'applied' })
    expect((await registered()).map((row) => `${row.room} ${row.area100}`)).toEqual(['0101 8950', '0102 12030'])
    const again = await stageAll(ask, 'houses', await put(bytes))
    expect(again).toMatchObject({ newCount: 0, changedCount: 0, sameCount: 2 })
    await apply(again.importId)
    expect(await registered()).toHaveLength(2)
  })

  it('reads each wrong row with its column and how to mend it, and none is applied until all are right (F3’s house shrinks)', async () => {
    const staged = await bring('houses', [
      house('0101', '89.50㎡'),
      house('0102', '120.30', ['红本', '住宅', '2016-06-31']),
      house('0103'),
      house('0103'),
    ])
    expect(staged).toMatchObject({ rowCount: 4, wrongCount: 3 })
    const { problems } = await look(staged.importId, 'problems')
    expect(problems.map((problem) => `${problem.rowNo} ${problem.column}`)).toEqual([
      '2 面积',
      '3 面积来源',
      '3 交付日期',
      '5 整行',
    ])
    expect(problems[0]).toMatchObject({ wrong: '“89.50㎡”带了单位', mend: '只写数字，例如 89.50' })
    expect(problems[3]?.wrong).toBe('和第 4 行重复')
    expect(await refusal(callAs(main, CLERK, 'imports.applyImport', { importId: staged.importId }))).toBe(
      'IMPORT_HAS_PROBLEMS',
    )
    expect(await registered()).toHaveLength(2)
    const mended = await bring('houses', [house('0101', '88.76'), house('0103')])
    expect(mended).toMatchObject({ newCount: 1, changedCount: 1 })
    const { rows } = await look(mended.importId, 'changed')
    expect(rows).toEqual([
      { rowNo: 2, title: '9 栋 1 单元 0101', facts: [{ column: '面积', after: '88.76 ㎡', before: '89.50 ㎡' }] },
    ])
    await apply(mended.importId)
    const areas = (await registered()).filter((row) => row.room === '0101')
    expect(areas.map((row) => row.area100)).toEqual([8950, 8876]) // earlier days keep the area they had
  })

  it('goes on where an interrupted import stood, and only once', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => [
      '8',
      '1',
      String(1_000 + index),
      '60.20',
      '合同',
      '住宅',
      '',
    ])
    const fileId = await put(csv([HEADERS.houses, ...rows]), '大表.csv')
    const { importId } = await ask('imports.startImport', { fileId, kind: 'houses' })
    expect(await ask('imports.stageChunk', { importId })).toMatchObject({ state: 'staging', stagedCount: 1_000 })
    expect(await refusal(callAs(main, CLERK, 'imports.applyImport', { importId }))).toBe('IMPORT_NOT_CHECKED')
    const { imports } = await ask('imports.listImports', {}) // another day, another device
    expect(imports[0]).toMatchObject({ importId, stagedCount: 1_000, kind: 'houses' })
    expect(await ask('imports.stageChunk', { importId })).toMatchObject({
      state: 'checked',
      stagedCount: 1_200,
      newCount: 1_200,
    })
    await apply(importId)
    expect(await refusal(callAs(main, CLERK, 'imports.applyImport', { importId }))).toBe('WRONG_STATE')
  })

  it('may not apply what was shown before a colleague changed the register, until it is shown anew', async () => {
    const mine = await bring('houses', [house('0102', '121.00')])
    const colleagues = await bring('houses', [house('0102', '122.00')])
    await apply(colleagues.importId)
    const late = () => callAs(main, CLERK, 'imports.applyImport', { importId: mine.importId })
    expect(await refusal(late())).toBe('IMPORT_REGISTER_CHANGED')
    await ask('imports.stageChunk', { importId: mine.importId })
    expect((await look(mine.importId, 'changed')).rows[0]?.facts).toEqual([
      { column: '面积', after: '121.00 ㎡', before: '122.00 ㎡' },
    ])
    await yes(late())
  })

  it('can give it up; the staged names go and the register stays', async () => {
    const { importId } = await bring('houses', [house('0999')])
    expect(await ask('imports.dropImport', { importId })).toMatchObject({ state: 'dropped' })
    expect(await stage.see('select 1 from import_row where import_id = $1', [importId])).toEqual([])
    expect(await stage.see("select 1 from house where room = '0999'")).toEqual([])
  })
})

describe('a clerk who brings the register of owners', () => {
  const owner = (room: string, name: string, more: string[]) => ['9', '1', room, name, ...more]
  const ID = '110101199003070070'
  const heads = () =>
    stage.see<{ name: string; houses: number }>(
      `select o.name, count(*)::int as houses from owner o join ownership w using (community_id, owner_id)
       where o.community_id = $1 and w.until_on is null group by o.owner_id, o.name order by o.name`,
      [a],
    )

  it('sees one owner of two houses as one head, never stores the ID number, and splits unwritten shares equally', async () => {
    const checked = await bring('owners', [
      owner('0101', '周先生', ['13800000001', '', '个人', ID]),
      owner('0102', '周先生', ['13800000001', '', '个人', ID]),
      owner('0103', '钱女士', ['13800000002', '', '个人', '']),
      owner('0103', '孙先生', ['13800000003', '', '个人', '']),
    ])
    expect(checked).toMatchObject({ newCount: 4, wrongCount: 0 })
    expect(JSON.stringify(await stage.see('select cells, facts from import_row'))).not.toContain(ID)
    await apply(checked.importId)
    expect(await heads()).toEqual([
      { name: '周先生', houses: 2 },
      { name: '孙先生', houses: 1 },
      { name: '钱女士', houses: 1 },
    ])
    const shares = await stage.see(
      "select share_num, share_den from ownership join owner using (community_id, owner_id) where name = '钱女士'",
    )
    expect(shares).toEqual([{ share_num: 1, share_den: 2 }])
    expect(JSON.stringify(await stage.see('select * from owner'))).not.toContain(ID)
  })

  it('sees who leaves when a house is sold; the history of the seller stays', async () => {
    const sold = await bring('owners', [owner('0101', '吴先生', ['13800000004', '1/1', '个人', ''])])
    expect(sold).toMatchObject({ changedCount: 1 })
    expect((await look(sold.importId, 'changed')).rows[0]?.facts).toContainEqual({
      column: '不再是业主',
      after: '登记到此为止',
      before: '周先生',
    })
    await apply(sold.importId)
    expect(await heads()).toContainEqual({ name: '周先生', houses: 1 })
    const seller = await stage.see(
      "select until_on is not null as ended from ownership join owner using (community_id, owner_id) where name = '周先生' order by 1",
    )
    expect(seller).toEqual([{ ended: false }, { ended: true }])
  })

  it('is told of houses that are not registered, shares beyond the whole and ID numbers that cannot be', async () => {
    const wrong = await bring('owners', [
      owner('7777', '无房户', ['', '', '个人', '']),
      owner('0102', '甲', ['', '2/3', '个人', '']),
      owner('0102', '乙', ['', '2/3', '个人', '']),
      owner('0103', '丙', ['1.38E+10', '', '个人', '110101199003070078']),
    ])
    const { problems } = await look(wrong.importId, 'problems')
    expect(problems.map((problem) => problem.wrong)).toEqual([
      '房屋登记里没有这套房',
      '这套房各业主的份额加起来超过全部',
      '这套房各业主的份额加起来超过全部',
      '电话被软件改成了科学计数',
      '身份证号的最后一位对不上',
    ])
  })
})

it('brings the enterprise’s own staff, one person for each telephone number', async () => {
  const first = await bring('staff', [
    ['王师傅', '13800000011', '维修工', '水电组'],
    ['林晓', '13800000012', '客服', ''],
  ])
  expect(first).toMatchObject({ newCount: 2 })
  await apply(first.importId)
  const moved = await bring('staff', [
    ['王师傅', '13800000011', '维修工', '综合组'],
    ['重号', '13800000011', '保洁', ''],
  ])
  expect(moved).toMatchObject({ wrongCount: 1 })
})

it('gives a template that can be filled in and brought back', async () => {
  const manager = importerAs(holderOf('A', 'manager'), { imports: main, files })
  for (const kind of importKindsOf('manager')) {
    const { base64, fileName } = await manager.ask('imports.readTemplate', { kind })
    expect(base64.length).toBeLessThan(100 * 1024)
    expect(fileName).toMatch(/模板\.xlsx$/)
    const bytes = Buffer.from(base64, 'base64')
    const fileId = await upload(files, holderOf('A', 'manager'), { name: fileName, bytes, purpose: 'register' })
    expect(await stageAll(manager.ask, kind, fileId)).toMatchObject({ rowCount: 1, stagedCount: 1 }) // its example row
  }
})

it('gives the problems as a list in which nothing runs as a formula', async () => {
  const { importId } = await bring('houses', [house('+cmd', '@x', ['-1', '住宅', ''])])
  const { base64 } = await ask('imports.exportProblems', { importId })
  const text = Buffer.from(base64, 'base64').toString('utf8')
  expect(text.startsWith('\ufeff行号,列,')).toBe(true)
  const cells = text.split(/[,\r\n]+/)
  expect(cells.length).toBeGreaterThan(12)
  expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([])
})

it('does not know the imports of another community', async () => {
  const { importId } = await bring('houses', [house('0888')])
  const stranger = holderOf('B', 'clerk')
  for (const call of [
    'imports.stageChunk',
    'imports.applyImport',
    'imports.dropImport',
    'imports.exportProblems',
  ] as const) {
    expect(await refusal(callAs(main, stranger, call, { importId }))).toBe('NOT_FOUND')
  }
})
