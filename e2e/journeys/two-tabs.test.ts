import { peopleAt } from './walk'

const people = peopleAt()

/** The browser itself writes this line for each request that a cut network refuses. */
const CUT = /net::ERR_INTERNET_DISCONNECTED/

it('never shows 许先生 in a second tab what 林女士 has in the first, with network or without', async () => {
  const lin = await people.enters('林女士', { expected: CUT })
  await lin.taps('报修')
  await lin.types('怎么了', '书房的插座没有电')
  await lin.taps('家里')
  await lin.taps('报上去')
  await lin.taps('看进度')
  await lin.taps('返回')
  await lin.taps('我的报修')
  await lin.sees('书房的插座没有电')
  await lin.taps('返回')

  const xu = await people.enters('许先生', { expected: CUT, beside: lin })
  await xu.taps('我的报修')
  await xu.sees('进行中')
  await xu.sees('都在这里了')
  expect(await xu.words('书房的插座没有电').count()).toBe(0)
  await xu.taps('返回')

  // Each has asked while the other was there; now both see only what they knew themselves.
  await lin.page.reload()
  await lin.sees('书房的插座没有电')
  for (const tab of [lin, xu])
    await tab.page.route('**/v1/functions/**', (route) => route.abort('internetdisconnected'))
  await lin.page.reload()
  await lin.sees('没连上网')
  await lin.sees('书房的插座没有电')
  await xu.page.reload()
  await xu.sees('没连上网')
  await xu.taps('我的报修')
  await xu.sees('进行中')
  await xu.sees('都在这里了')
  expect(await xu.words('书房的插座没有电').count()).toBe(0)
})

it('keeps the half-written form of each in their own tab, also when both write at once', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('报修')
  await lin.types('怎么了', '书房的灯管发黑')
  const xu = await people.enters('许先生', { beside: lin })
  await xu.taps('报修')
  expect(await xu.field('怎么了').inputValue()).toBe('')
  await xu.types('怎么了', '门铃不响')
  await lin.types('在哪里', '书房')
  await lin.page.reload()
  expect(await lin.field('怎么了').inputValue()).toBe('书房的灯管发黑')
  expect(await lin.field('在哪里').inputValue()).toBe('书房')
  await xu.page.reload()
  expect(await xu.field('怎么了').inputValue()).toBe('门铃不响')
  expect(await xu.field('在哪里').inputValue()).toBe('')
})

it('forgets what was kept of 林女士 when she signs out, and nothing of 许先生', async () => {
  const lin = await people.enters('林女士')
  const xu = await people.enters('许先生', { beside: lin })
  await xu.taps('报修')
  await xu.types('怎么了', '窗帘杆掉了')
  await lin.taps('我的')
  await lin.taps('退出登录')
  await lin.sees('今天您是谁')
  const kept = await lin.page.evaluate(() => JSON.stringify(localStorage))
  expect(kept).toContain('窗帘杆掉了')
  expect(kept).not.toContain('3 栋 2 单元 1801')
})
