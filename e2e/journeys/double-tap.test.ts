import { peopleAt } from './walk'

const people = peopleAt()

it('files one order when 周先生 taps twice as fast as he can', async () => {
  const zhou = await people.enters('周先生')
  const sent: string[] = []
  zhou.page.on('request', (request) => {
    if (request.postData()?.includes('repairs.fileRepair')) sent.push(request.url())
  })
  await zhou.taps('报修')
  await zhou.types('怎么了', '阳台的地漏堵了')
  await zhou.taps('家里')
  await zhou.target('报上去').dblclick()
  await zhou.sees('报好了')
  expect(sent).toHaveLength(1)
  await zhou.taps('看进度')
  await zhou.taps('返回')
  await zhou.taps('我的报修')
  await zhou.sees('都在这里了')
  expect(await zhou.words('阳台的地漏堵了').count()).toBe(1)
})

it('receives one order once when 林晓 taps twice', async () => {
  const zhou = await people.enters('周先生')
  await zhou.taps('报修')
  await zhou.types('怎么了', '信箱的锁坏了')
  await zhou.taps('楼道')
  await zhou.taps('报上去')
  await zhou.sees('报好了')
  const clerk = await people.enters('林晓')
  await clerk.target('受理 信箱的锁坏了').dblclick()
  await clerk.seesNoMore('信箱的锁坏了')
  await clerk.taps('全部')
  await clerk.sees('信箱的锁坏了')
  await clerk.seesNoMore('没能受理')
})
