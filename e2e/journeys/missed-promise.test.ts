import { peopleAt } from './walk'

const people = peopleAt()

it('周先生 reads, of a lamp that was reached after 44 hours instead of 24, by how much and which clause was broken', async () => {
  const zhou = await people.enters('周先生')
  await zhou.taps('我的报修')
  await zhou.taps('全部')
  await zhou.words('6 层楼道的灯不亮了').first().click()
  await zhou.sees('到场晚了 20 小时 05 分')
  await zhou.sees('没做到合同二级第 2.2 条')
  await zhou.sees('返工、退单都抹不掉这条记录')
  await zhou.sees('过了到场的承诺时间')
  // It came back since; what was missed stays missed.
  await zhou.sees('返工 1 次')
})

it('what is past its promise stands first for 王师傅, by its clause for 周先生, and under its own number for 周敏', async () => {
  const wang = await people.enters('王师傅')
  await wang.sees('先做这一单')
  const top = wang.page.locator('.card').filter({ hasText: '单元门关不上' }).first()
  await top.getByText('超时').waitFor()
  await top.getByText(/^超 \d+/).waitFor()
  await top.getByText('没到场').waitFor()

  const zhou = await people.enters('周先生')
  await zhou.taps('我的报修')
  await zhou.taps('全部')
  await zhou.words('单元门关不上').first().click()
  await zhou.sees('承诺没做到')
  await zhou.sees('前没到场')
  await zhou.sees('合同二级 第 2.2 条')

  const manager = await people.enters('周敏')
  await manager.taps('超时')
  await manager.sees('单元门关不上')
})
