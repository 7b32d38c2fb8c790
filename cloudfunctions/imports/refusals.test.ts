import { strToU8, zipSync } from 'fflate'
import { main as files } from '../files'
import { IMPORT_KINDS, type ImportKind, importKindsOf } from '../../types/vocabulary/register'
import { csv, HEADERS, xlsx } from '../../local/testing/sheets'
import { openTestStorage, type TestStorage, upload } from '../../local/testing/storage'
import { callAs, openTestStage, type TestStage } from '../../local/testing/stage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'
import { main } from './index'

const CLERK = holderOf('A', 'clerk')
const MANAGER = holderOf('A', 'manager')
const GOOD = ['3', '2', '1801', '89.50', '产权证', '住宅', '2016-06-30']

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

/** What the clerk is told about a file: the sentence beside the field, or `rows n`. */
async function told(name: string, bytes: Buffer, kind: ImportKind = 'houses', by = CLERK): Promise<string> {
  const fileId = await upload(files, by, { name, bytes, purpose: 'register' })
  const reply = await callAs(main, by, 'imports.startImport', { fileId, kind })
  if (reply.ok) return `rows ${reply.data.rowCount}`
  return `${reply.error.code} ${reply.error.details?.fields?.[0]?.message ?? ''}`
}

/** A package with a workbook of one sheet whose rows are given as XML. */
const workbook = (sheetData: string, more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheetData}</worksheet>`,
      ),
      ...more,
    }),
  )

const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
const headerRow = `<row r="1">${HEADERS.houses.map((title, index) => cell(`${'ABCDEFG'[index] ?? ''}1`, title)).join('')}</row>`

it('takes a plain sheet, so that the refusals below are about what they say', async () => {
  expect(await told('好.xlsx', await xlsx([HEADERS.houses, GOOD]))).toBe('rows 1')
  const inline = `<sheetData>${headerRow}<row r="2">${GOOD.map((text, index) => cell(`${'ABCDEFG'[index] ?? ''}2`, text)).join('')}</row></sheetData>`
  expect(await told('好.xlsx', workbook(inline))).toBe('rows 1')
})

it('tells formulas by their row and column', async () => {
  const formula = `<sheetData>${headerRow}<row r="2"><c r="D2"><f>89+0.5</f><v>89.5</v></c></row></sheetData>`
  expect(await told('公式.xlsx', workbook(formula))).toContain('IMPORT_UNREADABLE 第 2 行 D 列是公式')
  expect(await told('公式.csv', csv([HEADERS.houses, ['=1+2', ...GOOD.slice(1)]]))).toContain('第 2 行第 1 列以 = 开头')
})

it('tells merged cells by their place', async () => {
  const merged = `<sheetData>${headerRow}<row r="2">${cell('A2', '3')}</row></sheetData><mergeCells count="1"><mergeCell ref="A2:A5"/></mergeCells>`
  expect(await told('合并.xlsx', workbook(merged))).toContain('A2:A5 是合并单元格')
})

it('tells a sheet with something far out, which would unroll into millions of blank cells', async () => {
  const far = `<sheetData>${headerRow}<row r="1048576">${cell('XFD1048576', '1')}</row></sheetData>`
  expect(await told('很远.xlsx', workbook(far))).toContain('第 1048576 行有内容')
})

it('stops unpacking a zip bomb at its bound, however small it came', async () => {
  const bomb = workbook('<sheetData/>', { 'xl/media/a.bin': new Uint8Array(80 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(200_000)
  const before = process.memoryUsage().rss
  expect(await told('炸弹.xlsx', bomb)).toContain('文件解开后太大')
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
})

it('does not believe a package that declares less than it holds', async () => {
  const lying = workbook('<sheetData/>', { 'xl/media/a.bin': new Uint8Array(10 * 1024 * 1024) })
  const entry = lying.lastIndexOf('xl/media/a.bin') - 46
  lying.writeUInt32LE(16, entry + 24)
  expect(await told('谎报.xlsx', lying)).toContain('文件打不开')
})

it('tells a Word document and other packages from a spreadsheet', async () => {
  const word = Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') }))
  expect(await told('其实是文档.xlsx', word)).toContain('这是 Word 文档')
  expect(await told('其实是压缩包.xlsx', Buffer.from(zipSync({ 'a.txt': strToU8('a') })))).toContain(
    '这不是 .xlsx 表格',
  )
})

it('refuses a sheet that declares entities of its own', async () => {
  const evil = workbook('<sheetData/>', { 'xl/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><styleSheet/>') })
  expect(await told('实体.xlsx', evil)).toContain('表格里有不该有的内容')
})

it('names the columns that are missing or doubled', async () => {
  expect(
    await told(
      '缺列.csv',
      csv([
        ['楼栋', '单元', '室号'],
        ['3', '2', '1801'],
      ]),
    ),
  ).toContain('缺少“面积”“面积来源”“用途”这几列')
  expect(
    await told(
      '两列.csv',
      csv([
        [...HEADERS.houses, '面积'],
        [...GOOD, '1'],
      ]),
    ),
  ).toContain('有两列都叫“面积”')
  expect(await told('员工.csv', csv([HEADERS.houses, GOOD]), 'staff')).toContain('这张表不像员工登记表')
})

it.each(importKindsOf('manager'))(
  'refuses a file of another kind as a register of %s, and says which columns it must have',
  async (kind) => {
    const other = kind === 'staff' ? 'meters' : 'staff'
    const word = Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') }))
    const said = await told('别的.csv', csv([HEADERS[other], HEADERS[other]]), kind, MANAGER)
    expect(said).toContain(`IMPORT_UNREADABLE 这张表不像${IMPORT_KINDS[kind].zh}登记表：第一行缺少“`)
    expect(said).toContain('请对照模板改')
    expect(await told('其实是文档.xlsx', word, kind, MANAGER)).toContain('这是 Word 文档')
  },
)

it('tells an empty sheet and one with only its titles', async () => {
  expect(await told('空.xlsx', workbook('<sheetData/>'))).toContain('表格是空的')
  expect(await told('只有列名.csv', csv([HEADERS.houses]))).toContain('只有列名，没有内容')
})

it('reads a .csv as Chinese Excel writes it, and refuses one in no known encoding', async () => {
  const gbk = Buffer.from('c2a5b6b02cb5a5d4aa0d0a332c32', 'hex') // 楼栋,单元 and 3,2 in GBK
  expect(await told('国标.csv', gbk)).toContain('缺少“室号”')
  expect(await told('乱码.csv', Buffer.from([0x41, 0xff, 0xff, 0x2c, 0x81, 0x20]))).toContain('文字编码认不出来')
})

it('tells where a quote is left open', async () => {
  expect(await told('引号.csv', Buffer.from('楼栋,单元\n"3,2\n'))).toContain('引号不成对')
})

it('refuses bytes that were swapped after the check, and a file of a colleague', async () => {
  const fileId = await upload(files, CLERK, { name: '换.csv', bytes: csv([HEADERS.houses, GOOD]), purpose: 'register' })
  await stage.see("update file set sha256 = repeat('0', 64) where file_id = $1", [fileId])
  const swapped = await callAs(main, CLERK, 'imports.startImport', { fileId, kind: 'houses' })
  expect(swapped).toMatchObject({ ok: false, error: { code: 'FILE_CHANGED' } })
  const own = await upload(files, CLERK, { name: '我的.csv', bytes: csv([HEADERS.houses, GOOD]), purpose: 'register' })
  const foreign = await callAs(main, MANAGER, 'imports.startImport', { fileId: own, kind: 'houses' })
  expect(foreign).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})

it('keeps no ID numbers in the storage: the upload goes once it has been read', async () => {
  const fileId = await upload(files, CLERK, {
    name: '一次.csv',
    bytes: csv([HEADERS.houses, GOOD]),
    purpose: 'register',
  })
  await callAs(main, CLERK, 'imports.startImport', { fileId, kind: 'houses' })
  const again = await callAs(main, CLERK, 'imports.startImport', { fileId, kind: 'houses' })
  expect(again).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})
