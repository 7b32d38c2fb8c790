import { peopleAt } from './walk'

const people = peopleAt()

/** The browser itself writes these lines for a request that a cut network refuses. */
const CUT = /net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/

it('brings 林女士 home from an address that does not exist, also when she opens it anew', async () => {
  const lin = await people.enters('林女士')
  await lin.sees('正在办')
  await lin.page.evaluate(() => (location.hash = '#/pages/nowhere/index'))
  await lin.sees('正在办')
  await lin.page.waitForURL('**/app/#/pages/home/index')
  await lin.page.evaluate(() => (location.hash = '#/pages/nowhere/index'))
  await lin.page.reload()
  await lin.sees('正在办')
})

it('opens a page that was never opened before while the network is cut, because its part came ahead', async () => {
  const lin = await people.enters('林女士', { expected: CUT })
  await lin.sees('正在办')
  await lin.page.waitForLoadState('networkidle')
  await lin.page.waitForTimeout(4_000)
  await lin.page.context().setOffline(true)
  await lin.taps('报修')
  await lin.sees('怎么了')
})

it('says when a page did not arrive, and opens it at the second try', async () => {
  const lin = await people.enters('林女士', { expected: CUT })
  await lin.sees('正在办')
  await lin.page.route('**/app/js/**', async (route) => {
    const part = await route.fetch()
    const isForm = (await part.text()).includes('补好再报')
    await (isForm ? route.abort('internetdisconnected') : route.fulfill({ response: part }))
  })
  await lin.page.reload()
  await lin.sees('正在办')
  await lin.taps('报修')
  await lin.sees('这一页没能打开')
  await lin.page.unrouteAll()
  await lin.taps('再试')
  await lin.sees('怎么了')
})
