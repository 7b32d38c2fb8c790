import { readFileSync } from 'node:fs'
import { peopleAt, type Walker } from './walk'

const people = peopleAt()

const TITLES = '楼栋,单元,室号,面积,面积来源,用途,交付日期'
const WITH_MISTAKES = [
  TITLES,
  '9,1,0101,89.50㎡,产权证,住宅,2016-06-30',
  '9,1,0102,120.30,红本,住宅,2016-06-30',
  '9,1,0103,60.20,实测,住宅,2016-06-31',
  '9,1,0104,75.45,实测,住宅,2016-06-30',
].join('\n')
const MENDED = WITH_MISTAKES.replace('㎡', '').replace('红本', '产权证').replace('06-31', '06-30')

/** Taps what opens the chooser of files, and picks this one. */
async function picks(walker: Walker, words: string, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([walker.page.waitForEvent('filechooser'), walker.taps(words)])
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

it('何师姐 imports a register with 3 bad rows, reads what is wrong, mends it in the file and imports', async () => {
  const clerk = await people.enters('何师姐')
  await clerk.taps('导入登记表')
  await picks(clerk, '上传房屋登记表', '房屋.csv', WITH_MISTAKES)
  await clerk.sees('3 行要改，一行都还没有导入')
  await clerk.sees('第 2 行')
  await clerk.sees('面积：“89.50㎡”带了单位')
  await clerk.sees('只写数字，例如 89.50')
  await clerk.sees('面积来源：“红本”不在可选的词里')
  await clerk.sees('交付日期：“2016-06-31”不是日期')
  const [list] = await Promise.all([clerk.page.waitForEvent('download'), clerk.taps('下载清单')])
  expect(list.suggestedFilename()).toBe('房屋-错误清单.csv')
  expect(readFileSync(await list.path(), 'utf8')).toContain('只写数字')

  await clerk.taps('另传一份')
  await picks(clerk, '上传房屋登记表', '房屋.csv', MENDED)
  await clerk.sees('每一行都看得懂')
  await clerk.sees('9 栋 1 单元 0104')
  await clerk.taps('确认导入 4 条')
  await clerk.sees('已经导入')

  await clerk.taps('另传一份')
  await picks(clerk, '上传房屋登记表', '又一遍.csv', MENDED)
  await clerk.sees('和登记册一样，不用导入')
})

it('宋老师 of the committee brings the contracts of the owners’ assets, and sees what an expectation was before', async () => {
  const committee = await people.enters('宋老师')
  await committee.taps('导入登记表')
  const contracts = [
    '类别,资源,对方,合同编号,开始日期,结束日期,每季应收,归属,楼栋,单元',
    '快递柜,快递柜 2 组,示例智能柜公司,SY-2025-02,2025-01-01,,3900,全小区,,',
    '饮水机,南门饮水机 1 台,示例饮水公司,SY-2026-04,2026-01-01,2026-12-31,300,全小区,,',
  ].join('\n')
  await picks(committee, '上传收益合同登记表', '收益合同.csv', contracts)
  await committee.sees('每一行都看得懂')
  await committee.sees('快递柜 2 组')
  await committee.sees('3,600.00 元')
  await committee.sees('3,900.00 元')
  await committee.taps('确认导入 2 条')
  await committee.sees('已经导入')
})

it('曹会计 brings what a house owed before, with one day too many, and then it is a bill', async () => {
  const cashier = await people.enters('曹会计')
  await cashier.taps('导入登记表')
  const arrears = (last: string) =>
    [
      '楼栋,单元,室号,类别,收费项目,开始日期,结束日期,应付日期,金额',
      `6,3,0602,欠费,物业服务费,2025-11-01,${last},2026-01-31,98.08`,
    ].join('\n')
  await picks(cashier, '上传期初余额登记表', '期初.csv', arrears('2025-11-31'))
  await cashier.sees('结束日期：“2025-11-31”不是日期')
  await cashier.taps('另传一份')
  await picks(cashier, '上传期初余额登记表', '期初.csv', arrears('2025-12-31'))
  await cashier.sees('每一行都看得懂')
  await cashier.taps('确认导入 1 条')
  await cashier.sees('已经导入')
})

it('tells 何师姐 at once that a Word document is no register', async () => {
  const clerk = await people.enters('何师姐')
  await clerk.taps('导入登记表')
  await picks(clerk, '上传业主登记表', '业主.docx', '不是表格')
  await clerk.sees('这里只收 .xlsx、.csv，您选的是 .docx')
})
