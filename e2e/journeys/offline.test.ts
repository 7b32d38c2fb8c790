import { peopleAt } from './walk'

const people = peopleAt()

/** The browser itself writes this line for each request that a cut network refuses. */
const CUT = /net::ERR_INTERNET_DISCONNECTED/

it('shows 林女士 what it last knew, with its time, while the network is cut', async () => {
  const lin = await people.enters('林女士', { expected: CUT })
  await lin.taps('报修')
  await lin.types('怎么了', '三楼的窗户关不上')
  await lin.taps('楼道')
  await lin.taps('报上去')
  await lin.taps('看进度')
  await lin.sees('等物业受理')
  await lin.taps('返回')
  await lin.taps('我的报修')
  await lin.sees('三楼的窗户关不上')
  await lin.taps('返回')

  await lin.page.context().setOffline(true)
  await lin.taps('我的报修')
  await lin.sees('没连上网')
  await lin.sees('先给您看今天')
  await lin.sees('三楼的窗户关不上')

  await lin.page.context().setOffline(false)
  await lin.taps('再试')
  await lin.seesNoMore('没连上网')
})

it('still knows it after the page was closed and opened again while no function answers', async () => {
  const lin = await people.enters('林女士', { expected: CUT })
  await lin.sees('正在办')
  await lin.taps('公开')
  await lin.sees('安和物业')
  await lin.page.route('**/v1/functions/**', (route) => route.abort('internetdisconnected'))
  await lin.page.reload()
  await lin.sees('没连上网')
  await lin.sees('先给您看今天')
  await lin.sees('正在办')
  await lin.taps('公开')
  await lin.sees('安和物业')
})

it('keeps the words of a form that could not be sent, and files one order when the network is back', async () => {
  const lin = await people.enters('林女士', { expected: CUT })
  await lin.taps('报修')
  await lin.types('怎么了', '大门的灯一直闪')
  await lin.types('在哪里', '小区里，南门')
  await lin.page.context().setOffline(true)
  await lin.taps('报上去')
  await lin.sees('网络不通，请检查网络后再试')
  expect(await lin.field('怎么了').inputValue()).toBe('大门的灯一直闪')
  expect(await lin.field('在哪里').inputValue()).toBe('小区里，南门')

  await lin.page.context().setOffline(false)
  await lin.taps('报上去')
  await lin.sees('报好了')
  await lin.taps('看进度')
  await lin.taps('返回')
  await lin.taps('我的报修')
  await lin.sees('都在这里了')
  expect(await lin.words('大门的灯一直闪').count()).toBe(1)
})
