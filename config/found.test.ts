import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main as members } from '../cloudfunctions/members'
import { callAs, openTestStage, type TestStage, yes } from '../local/testing/stage'
import { foundFrom } from './found'

const EXAMPLE = join(__dirname, '../docs/examples/community.json')

let stage: TestStage
let folder = ''
beforeAll(async () => {
  stage = await openTestStage()
  folder = mkdtempSync(join(tmpdir(), 'mingju-found-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await stage.close()
})

function fileWith(change: (content: Record<string, Record<string, unknown>>) => void): string {
  const content = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Record<string, Record<string, unknown>>
  change(content)
  const file = join(folder, 'community.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

it('founds a community from the example in the docs, so that its first manager can sign in; a second run changes nothing', async () => {
  const file = fileWith((content) => {
    if (content.manager) content.manager.identities = [{ provider: 'wx', app: 'wx-test', subject: 'first-manager' }]
  })
  expect((await foundFrom(file, stage.ownerUrl)).says[0]).toContain('示例小区 已建好')
  const me = await yes(callAs(members, 'first-manager', 'members.showMe', {}))
  expect(me.seats).toEqual([
    expect.objectContaining({ role: 'manager', communityName: '示例小区', officeName: '安和物业' }),
  ])
  const before = await stage.see(
    'select (select count(*) from person) as people, (select count(*) from service_contract) as contracts',
  )
  expect(await foundFrom(file, stage.ownerUrl)).toEqual({ ok: true, says: ['示例小区 早已建好，没有改动'] })
  expect(
    await stage.see(
      'select (select count(*) from person) as people, (select count(*) from service_contract) as contracts',
    ),
  ).toEqual(before)
})

it('says in plain words what is wrong with a file, all of it at once', async () => {
  const file = fileWith((content) => {
    delete content.street
    content.community = { name: '', city: '示例市', colour: '绿' }
    content.contract = { ...content.contract, gradeCode: '特级', fromOn: '2026/1/1' }
    if (content.manager) content.manager.identities = []
  })
  const { ok, says } = await foundFrom(file, stage.ownerUrl)
  expect(ok).toBe(false)
  const text = says.join('\n')
  expect(text).toContain('street：没有填')
  expect(text).toContain('community.name：小区名称没有填')
  expect(text).toContain('community：不认识 colour')
  expect(text).toContain('contract.fromOn：合同起始日要写成 2026-01-31 这样')
  expect(text).toContain('manager.identities：至少写一个能登录的账号')
})

it('refuses a contract of a grade that the standard does not have', async () => {
  const file = fileWith((content) => {
    content.contract = { ...content.contract, gradeCode: '特级' }
  })
  expect((await foundFrom(file, stage.ownerUrl)).says).toContain(
    '  contract.gradeCode：合同的等级不在标准里，请写标准里有的等级',
  )
})

it('asks for the file and for the owner’s database, and names a file that is no JSON', async () => {
  expect((await foundFrom(undefined, stage.ownerUrl)).says[0]).toContain('用法')
  expect((await foundFrom(EXAMPLE, undefined)).says[0]).toContain('DATABASE_URL')
  expect((await foundFrom(__filename, stage.ownerUrl)).says[0]).toContain('读不出来')
})
