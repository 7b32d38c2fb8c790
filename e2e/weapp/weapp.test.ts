import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Founding } from '../../cloudfunctions/shared/founding/founding'
import { openTestStage, type TestStage } from '../../local/testing/stage'
import { functionsFor } from './functions'
import { MiniProgram, pagesOf } from './harness'

const DIST = resolve(__dirname, '../../dist')

const person = (openid: string, name: string, seats: Founding['people'][number]['seats']) => ({
  name,
  identities: [{ provider: 'wx' as const, app: 'wx-test', subject: openid }],
  seats,
})

const COMMUNITY: Founding = {
  street: { name: '云溪街道', neighbourhoodName: '桂花社区' },
  enterprise: { name: '安和物业' },
  community: { name: '锦绣花园', city: '示例市', builtYear: 2016, bodyName: '业主委员会' },
  phones: [{ label: '物业', number: '马上打', hours: '8:00–24:00' }],
  houses: ['3-2-1801', '3-2-1802'],
  people: [
    person('lin', '林女士', [{ role: 'owner', houses: ['3-2-1801'] }]),
    person('lin-xiao', '林晓', [{ role: 'clerk', officeName: '安和物业' }]),
    person('wang', '王师傅', [{ role: 'technician', officeName: '安和物业' }]),
    person('song', '宋老师', [{ role: 'committee', officeName: '业主委员会' }]),
  ],
}

/**
 * What each page must show, and to whom: words that only a reply can have brought. Three pages ask nothing before
 * somebody types or comes by a full address; of them it is shown that they open.
 */
const SHOWN: Record<string, { by: 'lin' | 'lin-xiao'; words: string }> = {
  'pages/home/index': { by: 'lin', words: '林女士' },
  'pages/repairs/list/index': { by: 'lin', words: '厨房水管漏水' },
  'pages/repairs/detail/index': { by: 'lin', words: '厨房水管漏水' },
  // Drawn only once the community has answered with its telephones.
  'pages/repairs/file/index': { by: 'lin', words: '马上打' },
  'pages/bind/index': { by: 'lin', words: '锦绣花园' },
  'pages/household/index': { by: 'lin', words: '3 栋 2 单元 1801' },
  'pages/fees/board/index': { by: 'lin', words: '还没有贴出收费标准' },
  'pages/fees/quote/index': { by: 'lin', words: '物业费要交多少' },
  'pages/bills/list/index': { by: 'lin', words: '没有待缴的账单' },
  'pages/bills/detail/index': { by: 'lin', words: '没有找到这张账单' },
  'pages/pay/index': { by: 'lin', words: '没有要缴的账单' },
  'pages/payment/index': { by: 'lin', words: '没有找到这笔支付' },
  'pages/receipts/list/index': { by: 'lin', words: '没有收据' },
  'pages/receipts/detail/index': { by: 'lin', words: '没有找到这张收据' },
  'packages/staff/counter/index': { by: 'lin-xiao', words: '哪一户来交' },
  'pages/announcements/list/index': { by: 'lin', words: '还没有公告' },
  'pages/announcements/detail/index': { by: 'lin', words: '没有找到这份公告' },
  'pages/accounts/index': { by: 'lin', words: '还没有公布过账目' },
  'packages/staff/books/desk/index': { by: 'lin-xiao', words: '本季账目没能打开' },
  'packages/staff/books/post/index': { by: 'lin-xiao', words: '记账没能打开' },
  'packages/staff/books/statement/index': { by: 'lin-xiao', words: '没有找到这份公示' },
  'packages/staff/announce/index': { by: 'lin-xiao', words: '贴出，并告诉住户' },
  'packages/staff/people/index': { by: 'lin-xiao', words: '都核对完了' },
  'packages/staff/billing/index': { by: 'lin-xiao', words: '有日子没有执行中的收费标准或服务合同' },
  'packages/staff/terms/index': { by: 'lin-xiao', words: '还没有登记过' },
  'packages/staff/imports/index': { by: 'lin-xiao', words: '每项一行：名称、单价、依据，写成草稿' },
  'packages/staff/boards/list/index': { by: 'lin-xiao', words: '还没有登记物业服务合同' },
  'packages/staff/boards/detail/index': { by: 'lin-xiao', words: '没有找到这份公示' },
  'packages/staff/boards/edit/index': { by: 'lin-xiao', words: '执行日期' },
}

const ELDER = { 'mingju:elder': 'on' }

let stage: TestStage
let repairId: string
const opened: MiniProgram[] = []

/** A fresh launch on the telephone of one WeChat user. */
function launch(openid: string, kept: Record<string, unknown> = {}): MiniProgram {
  const program = new MiniProgram({
    dist: resolve(DIST, 'weapp'),
    answer: functionsFor(resolve(DIST, 'cloudfunctions'), openid),
    kept,
  })
  opened.push(program)
  return program
}

async function fileARepair(program: MiniProgram, description: string): Promise<void> {
  program.open('pages/repairs/file/index')
  await program.type('怎么了', description)
  await program.type('在哪里', '3 栋 2 单元 1801 厨房')
  await program.tap('报上去')
  await program.shows('报好了')
}

async function opens(page: string, kept: Record<string, unknown> = {}): Promise<void> {
  const { by, words } = SHOWN[page] ?? { by: 'lin', words: 'no words are known for this page' }
  const program = launch(by, kept)
  program.open(`${page}?repairId=${repairId}`)
  await program.shows(words)
}

const callsOf = (program: MiniProgram, call: string) => program.calls.filter(({ data }) => data.call === call)

beforeAll(async () => {
  for (const part of ['weapp/app.json', 'cloudfunctions/repairs/index.js']) {
    if (!existsSync(resolve(DIST, part))) throw new Error(`dist/${part} is not built: npm run build`)
  }
  // The functions write one line a call, as they do on the platform.
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
  stage = await openTestStage()
  await stage.found(COMMUNITY)
  await fileARepair(launch('lin'), '厨房水管漏水')
  const [row] = await stage.see<{ repair_id: string }>('select repair_id from app.repair')
  repairId = row?.repair_id ?? ''
})

afterEach(() => {
  const faults = opened.flatMap((program) => program.faults)
  for (const program of opened.splice(0)) program.close()
  expect(faults).toEqual([])
})

afterAll(() => stage.close())

const PAGES = existsSync(resolve(DIST, 'weapp/app.json')) ? pagesOf(resolve(DIST, 'weapp')) : []

it('has pages, and every one of them has words to wait for', () => {
  expect(PAGES.length).toBeGreaterThan(0)
  expect(PAGES.filter((page) => !SHOWN[page])).toEqual([])
})

it.each(PAGES)('%s opens and shows what the function answered', async (page) => {
  await opens(page)
})

it.each(PAGES)('%s opens in big text', async (page) => {
  await opens(page, ELDER)
})

it.each(['lin-xiao', 'wang', 'song', 'stranger'])('opens on its own first page for %s', async (openid) => {
  const program = launch(openid)
  program.open('pages/home/index')
  await program.until('words', () => program.screen.text().includes(openid === 'stranger' ? '访客' : '锦绣花园'))
})

it('asks for a trial sum once there is an area and a price, and shows it to the fen', async () => {
  const lin = launch('lin')
  lin.open('pages/fees/quote/index')
  await lin.type('面积（平方米）', '89.50')
  await lin.type('单价（元 / 平方米 · 月）', '1.35')
  await lin.until('a sum', () => callsOf(lin, 'fees.quote').length > 0)
})

it('makes one call of one tap on 报上去, with a request id', async () => {
  const lin = launch('lin')
  await fileARepair(lin, '楼道灯不亮')
  const filed = callsOf(lin, 'repairs.fileRepair')
  expect(filed).toHaveLength(1)
  expect(filed[0]?.data.requestId).toMatch(/^[0-9a-f-]{36}$/)
  const rows = await stage.see('select repair_id from app.repair where description = $1', ['楼道灯不亮'])
  expect(rows).toHaveLength(1)
})

it('makes one order of two fast taps', async () => {
  const lin = launch('lin')
  lin.open('pages/repairs/file/index')
  await lin.type('怎么了', '门禁刷不开')
  await lin.type('在哪里', '3 栋门口')
  await Promise.all([lin.tap('报上去'), lin.tap('报上去')])
  await lin.shows('报好了')
  expect(callsOf(lin, 'repairs.fileRepair')).toHaveLength(1)
})

it('keeps an empty form here and says what is missing, without a call', async () => {
  const lin = launch('lin')
  lin.open('pages/repairs/file/index')
  await lin.tap('报上去')
  await lin.shows('写一句话')
  expect(callsOf(lin, 'repairs.fileRepair')).toEqual([])
})

it('leads from the first page into the order by taps alone', async () => {
  const lin = launch('lin')
  lin.open('pages/home/index')
  await lin.tap('厨房水管漏水')
  await lin.until('the order', () => lin.path === 'pages/repairs/detail/index')
  await lin.shows('等物业受理')
})

it('lets 王师傅 take, from his first page and by one tap, the order that 林晓 has received', async () => {
  await fileARepair(launch('lin'), '水表箱的门掉了')
  const clerk = launch('lin-xiao')
  clerk.open('pages/home/index')
  await clerk.tap('受理 水表箱的门掉了')
  await clerk.until('it gone from those to be received', () => !clerk.screen.text().includes('水表箱的门掉了'))
  const wang = launch('wang')
  wang.open('pages/home/index')
  await wang.shows('水表箱的门掉了')
  await wang.tap('接单 水表箱的门掉了')
  await wang.shows('接下了，报修的人会收到消息')
  expect(callsOf(wang, 'repairs.takeRepair')).toHaveLength(1)
  const rows = await stage.see<{ state: string }>('select state from app.repair where description = $1', [
    '水表箱的门掉了',
  ])
  expect(rows).toEqual([{ state: 'taken' }])
})
