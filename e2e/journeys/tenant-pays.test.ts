import { DESK, peopleAt } from './walk'

const people = peopleAt()

it('the cashier registers a parking space, and the resident sees it with its day', async () => {
  const cashier = await people.enters('何静', DESK)
  await cashier.taps('计费登记')
  await cashier.types('找房屋', '3-2-1801')
  await cashier.sees('3 栋 2 单元 1801')
  await cashier.taps('登记 3 栋 2 单元 1801')
  await cashier.taps('地下车位管理费')
  await cashier.types('几个', '2')
  await cashier.types('从哪天起', '2031-01-01')
  await cashier.taps('确定登记')
  await cashier.sees('已登记在 3 栋 2 单元 1801')
  await cashier.sees('地下车位管理费 2 个')

  const lin = await people.enters('林女士')
  await lin.taps('我的')
  await lin.taps('我的房屋')
  await lin.sees('地下车位管理费 2 个')
  await lin.sees('2031 年 1 月 1 日起')
})

it('the tenant agrees on his own phone, and then his house says who pays', async () => {
  const huang = await people.enters('小黄')
  await huang.taps('我的')
  await huang.taps('我的房屋')
  await huang.sees('这套房的物业费由您来缴吗？')
  await huang.taps('同意由我缴')
  await huang.sees('由您缴费')
})
