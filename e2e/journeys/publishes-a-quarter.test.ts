import { resolve } from 'node:path'
import type { Locator } from 'playwright-core'
import { DESK, peopleAt, type Walker } from './walk'

const people = peopleAt()

const VOUCHER = resolve(__dirname, '../../local/demo/vouchers/bank.png')
/** Height by width. On the screen it has to be the same, or a box would cover another place in the file. */
const SHAPE = 620 / 480

/** Where it is once the sheet that slides up has come to rest: a hand does not draw on what still moves. */
async function standsStill(frame: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  let before = await frame.boundingBox()
  for (;;) {
    await frame.page().waitForTimeout(200)
    const now = await frame.boundingBox()
    if (before && now && before.y === now.y && before.height === now.height) return now
    before = now
  }
}

/** Chooses a photo from the album and draws one black box over it. */
async function bringsCovered(walker: Walker): Promise<void> {
  const chooser = walker.page.waitForEvent('filechooser')
  await walker.taps('相册')
  await (await chooser).setFiles(VOUCHER)
  await walker.sees('遮住私人信息')
  const frame = walker.page.locator('#redact-frame')
  await frame.locator('img').first().waitFor()
  await walker.page.waitForFunction((shape) => {
    const drawn = document.getElementById('redact-frame')?.getBoundingClientRect()
    return drawn !== undefined && Math.abs(drawn.height / drawn.width - shape) < 0.02
  }, SHAPE)
  const box = await standsStill(frame)
  await walker.page.mouse.move(box.x + box.width * 0.3, box.y + 40)
  await walker.page.mouse.down()
  await walker.page.mouse.move(box.x + box.width * 0.7, box.y + 70, { steps: 4 })
  await walker.page.mouse.up()
  await walker.taps('涂好了，1 块')
}

it('宋老师 posts a spending with a covered photo; 林女士 reads the last quarter down to a redacted voucher', async () => {
  const song = await people.enters('宋老师', { ...DESK })
  await song.sees('今天要办')
  await song.taps('公共收益账')
  await song.sees('公布前八步')
  await song.taps('记一笔')
  await bringsCovered(song)
  await song.taps('经营成本')
  await song.taps('设施保养')
  await song.types('金额', '88.50')
  await song.types('是什么钱', '公告栏换锁')
  await song.taps('记上')
  await song.sees('记上了：公告栏换锁')
  await song.taps('回到本季')
  await song.sees('公告栏换锁')
  await song.sees('88.50')

  const lin = await people.enters('林女士')
  await lin.taps('看账')
  await lin.sees('迟了 3 天公布')
  await lin.sees('少收 1,050.00 元')
  await lin.taps('设施保养')
  await lin.sees('46 个车位重画线')
  const opened = lin.page.context().waitForEvent('page')
  await lin.taps('看凭证')
  const voucher = await opened
  await voucher.waitForURL((address) => address.href.startsWith('http'))
  expect((await voucher.request.get(voucher.url())).ok()).toBe(true)
})

it('刘主任 reviews 红旗里’s quarter, 唐大爷 publishes it, and 钱阿姨 opens a voucher', async () => {
  const liu = await people.enters('刘主任', { ...DESK })
  await liu.taps('我的')
  await liu.taps('红旗里 · 社区')
  await liu.taps('首页')
  await liu.sees('等您复核')
  await liu.page.getByText('账目等您复核').filter({ visible: true }).first().click()
  await liu.sees('机器核对')
  await liu.taps('我看过了，复核')
  await liu.taps('复核')
  await liu.sees('复核好了')

  const tang = await people.enters('唐大爷')
  await tang.sees('等您公布')
  await tang.page.getByText('账目等您公布').filter({ visible: true }).first().click()
  await tang.taps('公布')
  await tang.sees('公布以后不能改')
  await tang.page.getByRole('button', { name: '公布', exact: true }).filter({ visible: true }).last().click()
  await tang.sees('公布了，住户会收到消息')

  const qian = await people.enters('钱阿姨')
  await qian.taps('看账')
  await qian.sees('红旗里')
  await qian.sees('天公布')
  await qian.taps('设施保养')
  await qian.sees('院内路灯维修')
  const opened = qian.page.context().waitForEvent('page')
  await qian.taps('看凭证')
  const voucher = await opened
  await voucher.waitForURL((address) => address.href.startsWith('http'))
  expect((await voucher.request.get(voucher.url())).ok()).toBe(true)
})
