import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { withPalette } from './palette-png'
import { startStage } from './stage'
import { DESK, type Entry, launchBrowser, Walker } from './walk'

/** `npm run pictures`: every screen as people see it, into docs/pictures. */

const PICTURES = resolve(__dirname, '../../docs/pictures')

interface Scene {
  name: string
  as: string
  entry?: Entry
  /** From the first page to the screen. */
  steps?: (walker: Walker) => Promise<void>
  /** Words that stand on the screen when it is ready. */
  until: string
  patienceMs?: number
}

/** A message goes out with the next turn of the clock and is looked for every 20 seconds. */
const MESSAGE_MS = 40_000

const dark: Entry = { colorScheme: 'dark' }

async function files(walker: Walker, description: string): Promise<void> {
  await walker.taps('报修')
  await walker.types('怎么了', description)
  await walker.taps('楼道')
  await walker.taps('报上去')
  await walker.sees('报好了')
}

async function receives(clerk: Walker): Promise<void> {
  await clerk.taps('受理 楼道灯不亮')
  await clerk.seesNoMore('楼道灯不亮')
}

async function findsAtCounter(cashier: Walker): Promise<void> {
  await cashier.taps('柜台收款')
  await cashier.types('哪一户来交', '2-2-0502')
}

async function startsToPay(walker: Walker): Promise<void> {
  await walker.taps('缴费')
  await walker.taps('去缴费')
}

async function pays(walker: Walker): Promise<void> {
  await startsToPay(walker)
  await walker.taps('微信支付')
  const till = walker.page.frameLocator('iframe[title="收银台"]')
  await till.getByRole('button', { name: '付款' }).click()
  await till.getByRole('button', { name: '完成' }).click()
}

async function opensNewestBill(walker: Walker): Promise<void> {
  await walker.taps('缴费')
  await walker.sees('待缴')
  await walker.page.getByText('月物业服务费').filter({ visible: true }).first().click()
}

async function inBigText(walker: Walker): Promise<void> {
  await walker.taps('我的')
  await walker.taps('大字版')
  await walker.taps('首页')
}

/** In the order in which the story happens: the first scenes file what the later ones show. */
const SCENES: Scene[] = [
  { name: 'form', as: '林女士', steps: (walker) => walker.taps('报修'), until: '怎么了' },
  {
    name: 'form-problem',
    as: '林女士',
    steps: async (walker) => (await walker.taps('报修'), walker.taps('报上去')),
    until: '补好再报',
  },
  {
    name: 'form-urgent',
    as: '许先生',
    steps: async (walker) => (await walker.taps('报修'), await walker.taps('急修'), walker.taps('燃气异味')),
    until: '关气阀、开窗',
  },
  { name: 'bench', as: '王师傅', until: '先做这一单' },
  {
    name: 'missed-promise',
    as: '周先生',
    steps: async (walker) => (
      await walker.taps('我的报修'),
      await walker.taps('全部'),
      walker.words('6 层楼道的灯不亮了').first().click()
    ),
    until: '到场晚了 20 小时 05 分',
  },
  { name: 'filed', as: '林女士', steps: (walker) => files(walker, '楼道灯不亮，晚上看不见台阶'), until: '接下来' },
  { name: 'queue-desk', as: '林晓', entry: DESK, until: '楼道灯不亮' },
  { name: 'queue-desk-open', as: '林晓', entry: DESK, steps: (walker) => walker.taps('楼道灯不亮'), until: '经过' },
  { name: 'queue', as: '林晓', until: '楼道灯不亮' },
  { name: 'progress', as: '林女士', steps: (walker) => walker.taps('楼道灯不亮'), until: '经过' },
  { name: 'progress-dark', as: '林女士', entry: dark, steps: (walker) => walker.taps('楼道灯不亮'), until: '经过' },
  { name: 'home', as: '林女士', until: '正在办' },
  { name: 'home-dark', as: '林女士', entry: dark, until: '正在办' },
  { name: 'home-elder', as: '许先生', steps: inBigText, until: '写一句话就行' },
  {
    name: 'form-elder',
    as: '许先生',
    steps: async (walker) => (await inBigText(walker), walker.taps('报修')),
    until: '怎么了',
  },
  { name: 'list', as: '林女士', steps: (walker) => walker.taps('我的报修'), until: '都在这里了' },
  { name: 'community', as: '林女士', steps: (walker) => walker.taps('公开'), until: '安和物业' },
  { name: 'received', as: '林晓', steps: (walker) => receives(walker), until: '书房窗户' },
  { name: 'messages', as: '林女士', steps: (walker) => walker.taps('消息'), until: '受理', patienceMs: MESSAGE_MS },
  { name: 'me', as: '宋老师', steps: (walker) => walker.taps('我的'), until: '大字版' },
  { name: 'committee-desk', as: '宋老师', entry: DESK, until: '小区的报修' },
  { name: 'visitor', as: '访客', until: '看看您的小区' },
  { name: 'fee-board', as: '林女士', steps: (walker) => walker.taps('标准'), until: '这个价，换来这些' },
  { name: 'bills', as: '林女士', steps: (walker) => walker.taps('缴费'), until: '待缴' },
  { name: 'bill', as: '林女士', steps: opensNewestBill, until: '怎么算的' },
  {
    name: 'bill-elder',
    as: '许先生',
    steps: async (walker) => (await inBigText(walker), walker.taps('账单')),
    until: '待缴',
  },
  {
    name: 'household',
    as: '林女士',
    steps: async (walker) => (await walker.taps('我的'), walker.taps('我的房屋')),
    until: '3 栋 2 单元 1801',
  },
  { name: 'billing-desk', as: '何静', entry: DESK, steps: (walker) => walker.taps('出账和账单'), until: '出过的账' },
  { name: 'boards-desk', as: '林晓', entry: DESK, steps: (walker) => walker.taps('收费公示'), until: '第 1 版' },
  { name: 'imports', as: '林晓', steps: (walker) => walker.taps('导入登记表'), until: '一行' },
  { name: 'accounts', as: '林女士', steps: (walker) => walker.taps('看账'), until: '迟了 3 天公布' },
  { name: 'books-desk', as: '宋老师', entry: DESK, steps: (walker) => walker.taps('公共收益账'), until: '公布前八步' },
  { name: 'announcement', as: '林女士', steps: (walker) => walker.taps('要停水'), until: '和您有关' },
  { name: 'counter-desk', as: '何静', entry: DESK, steps: findsAtCounter, until: '先选账单' },
  { name: 'pay', as: '林女士', steps: (walker) => startsToPay(walker), until: '选了 2 张' },
  { name: 'paid', as: '林女士', steps: pays, until: '付好了' },
]

async function take(
  browser: Browser,
  stage: string,
  { name, as, entry, steps, until, patienceMs }: Scene,
): Promise<void> {
  const walker = await Walker.enter(browser, stage, as, entry)
  await steps?.(walker)
  await walker.sees(until, patienceMs)
  await picture(walker, name)
  await walker.leaves()
}

async function picture(walker: Walker, name: string): Promise<void> {
  await walker.page.waitForLoadState('networkidle')
  // Fonts and the last movement of a sheet or a page settle first.
  await walker.page.evaluate(() => document.fonts.ready.then(() => undefined))
  await walker.page.waitForTimeout(400)
  const png = withPalette(await walker.page.screenshot({ animations: 'disabled' }))
  writeFileSync(join(PICTURES, `${name}.png`), png)
  console.log(`${name.padEnd(18)} ${String(Math.round(png.length / 1024)).padStart(5)} KB`)
}

async function chooser(browser: Browser, stage: string): Promise<void> {
  const walker = await Walker.arrive(browser, stage)
  await picture(walker, 'chooser')
  await walker.leaves()
}

async function main(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  const stage = await startStage()
  const browser = await launchBrowser()
  try {
    await chooser(browser, stage.url)
    for (const scene of SCENES) await take(browser, stage.url, scene)
  } finally {
    await browser.close()
    await stage.stop()
  }
}

void main()
