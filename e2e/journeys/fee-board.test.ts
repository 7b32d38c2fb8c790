import { addMonths, businessDate, sayDate } from '../../types/vocabulary/dates'
import { peopleAt, type Walker } from './walk'

const people = peopleAt()

/** A message goes out with the next turn of the clock and is looked for every 20 seconds. */
const MESSAGE_MS = 40_000

const today = businessDate(new Date())
const inFiveDays = businessDate(new Date(Date.now() + 5 * 86_400_000))
const inAMonth = addMonths(today, 1)
const inTwoMonths = addMonths(today, 2)

it('何师姐 drafts a rise that comes too early, mends it, 杜经理 reviews and posts it, and 钱阿姨 compares', async () => {
  const clerk = await people.enters('何师姐')
  await clerk.taps('收费公示')
  await clerk.sees('第 1 版')
  await clerk.taps('起草新版')
  await clerk.types('执行日期', inFiveDays)
  await clerk.taps('改 物业服务费')
  await clerk.types('单价', '0.75')
  await clerk.taps('写好了')
  await clerk.taps('存草稿')
  await clerk.sees('附上业主大会决定的文件，或写明合同第几条怎么约定')
  await clerk.sees(`今天贴出，最早 ${sayDate(inAMonth)}起执行`)

  const manager = await people.enters('杜经理')
  await manager.taps('收费公示')
  await manager.taps(`${sayDate(inFiveDays)}起的新版`)
  await manager.sees('0.65')
  await manager.taps('复核')
  await manager.taps('确定复核')
  await manager.sees('没能复核')

  await clerk.taps('修改')
  await clerk.taps(`用 ${inAMonth}`)
  await clerk.taps('合同条款')
  await clerk.types('依据怎么写的', '物业服务合同第 6 条：满一年可以按公布的成本调价一次')
  await clerk.taps('存草稿')
  await clerk.sees('内容齐全，可以往下办')
  // Whoever wrote it is not offered to review it.
  expect(await clerk.target('复核').count()).toBe(0)

  await manager.page.reload()
  await manager.sees('内容齐全，可以往下办')
  await manager.taps('复核')
  await manager.taps('确定复核')
  await manager.sees('已复核，等项目经理贴出')
  await manager.taps('贴出')
  await manager.sees('公示满 1 个月')
  await manager.taps('确定贴出')
  await manager.sees('已贴出，住户会收到消息')

  const owner = await people.enters('钱阿姨')
  await owner.taps('标准')
  await owner.sees('第 1 版 · 现行')
  await owner.sees('和下一版比一比')
  await owner.sees(`第 2 版 ${sayDate(inAMonth)}起执行`)
  await owner.sees('涨价')
  await owner.sees('18 项齐全')
  await owner.taps('返回')
  await owner.taps('消息')
  await owner.sees('收费标准第 2 版贴出来了', MESSAGE_MS)
  await owner.taps('收费标准第 2 版贴出来了')
  await owner.sees('和上一版比一比')
})

/** A paper as a phone photographs it or an office scans it. */
const DECISION = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')

/** Taps the paper and gives what arrives in the new tab. */
async function opensPaper(walker: Walker): Promise<string> {
  const [paper] = await Promise.all([
    walker.page.context().waitForEvent('response', (response) => response.url().includes('/storage/')),
    walker.taps('看业主大会决定的原件'),
  ])
  return `${paper.status()} ${paper.headers()['content-type'] ?? ''}`
}

it('何师姐 brings the owners’ decision as a PDF, 杜经理 reads it before reviewing, and 钱阿姨 opens it from the wall', async () => {
  const clerk = await people.enters('何师姐')
  await clerk.taps('收费公示')
  await clerk.sees('第 2 版')
  await clerk.taps('起草新版')
  await clerk.types('执行日期', inTwoMonths)
  await clerk.taps('改 物业服务费')
  await clerk.types('单价', '0.85')
  await clerk.taps('写好了')
  await clerk.taps('合同条款')
  await clerk.types('依据怎么写的', '物业服务合同第 6 条：满一年可以按公布的成本调价一次')
  await clerk.taps('存草稿')
  // 0.65 ± 20 % is what the city allows a third grade without lifts; only the owners go beyond.
  await clerk.sees('物业服务费三级的指导价是 0.65 元，上下浮动 20%，即 0.52–0.78 元')
  await clerk.taps('修改')
  await clerk.taps('业主大会决定')
  const [chooser] = await Promise.all([clerk.page.waitForEvent('filechooser'), clerk.taps('上传依据的文件')])
  await chooser.setFiles({ name: '决定.pdf', mimeType: 'application/pdf', buffer: DECISION })
  await clerk.sees('文件附上了')
  await clerk.taps('存草稿')
  await clerk.sees('内容齐全，可以往下办')

  const manager = await people.enters('杜经理')
  await manager.taps('收费公示')
  await manager.taps(`${sayDate(inTwoMonths)}起的新版`)
  expect(await opensPaper(manager)).toBe('200 application/pdf')
  await manager.taps('复核')
  await manager.taps('确定复核')
  await manager.sees('已复核，等项目经理贴出')
  await manager.taps('贴出')
  await manager.taps('确定贴出')
  await manager.sees('已贴出，住户会收到消息')

  const owner = await people.enters('钱阿姨')
  await owner.taps('标准')
  await owner.sees('每一版都在')
  await owner.taps('第 3 版')
  expect(await opensPaper(owner)).toBe('200 application/pdf')
})

it('a visitor reads what 锦绣花园 charges and works out a year for 89.50 square metres', async () => {
  const visitor = await people.enters('访客')
  await visitor.taps('锦绣花园')
  await visitor.taps('收费标准')
  await visitor.sees('第 1 版 · 现行')
  await visitor.sees('急修 60 分钟内到场')
  await visitor.taps('试算要交多少')
  await visitor.sees('一级、三级是政府指导价')
  await visitor.types('面积', '89.50')
  await visitor.sees('120.83')
  await visitor.taps('一年')
  await visitor.sees('1,449.96')
})
