import { peopleAt } from './walk'

const people = peopleAt()

it('宋老师 changes from the committee to owner and back, and the server remembers which', async () => {
  const song = await people.enters('宋老师')
  await song.sees('小区的报修')
  await song.taps('我的')
  await song.taps('锦绣花园 · 业主')
  await song.taps('首页')
  await song.sees('拍张照片就能报')
  await song.page.reload()
  await song.sees('拍张照片就能报')

  const again = await people.enters('宋老师')
  await again.sees('拍张照片就能报')
  await again.taps('我的')
  await again.taps('锦绣花园 · 业委会')
  await again.taps('首页')
  await again.sees('小区的报修')
})

it('a visitor without a house finds what the community publishes, and is told how to bind', async () => {
  const visitor = await people.enters('访客')
  await visitor.types('找小区', '锦绣')
  await visitor.taps('锦绣花园')
  await visitor.sees('安和物业')
  await visitor.taps('我的')
  await visitor.sees('您还没有绑定房屋')
  await visitor.page.evaluate(() => (location.hash = '#/pages/repairs/list/index'))
  await visitor.sees('绑定了房屋就能报修')
})
