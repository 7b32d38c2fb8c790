import { peopleAt, type Walker } from './walk'

const people = peopleAt()

/** The browser itself writes this line for each request that the gateway refuses. */
const REFUSED = /status of 401/

/** From now on the gateway does not know this tab's token any more, as after its twelve hours. */
async function runsOut(walker: Walker): Promise<void> {
  await walker.page.route('**/v1/functions/**', (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer run.out.token' } }),
  )
}

it('tells 林女士 that her sign-in has run out before it leads away, and her form is there when she is back', async () => {
  const lin = await people.enters('林女士', { expected: REFUSED })
  await lin.taps('报修')
  await lin.types('怎么了', '对讲机听不见声音')
  await lin.taps('家里')
  await runsOut(lin)
  await lin.taps('报上去')
  await lin.sees('您的登录过期了')
  await lin.sees('写好的内容都留着')

  await lin.taps('重新进入')
  await lin.sees('今天您是谁')
  await lin.page.unrouteAll()
  await lin.picks('林女士')
  await lin.taps('报修')
  expect(await lin.field('怎么了').inputValue()).toBe('对讲机听不见声音')
  expect(await lin.field('在哪里').inputValue()).toBe('家里')
  await lin.taps('报上去')
  await lin.sees('报好了')
})

it('says at the door why 林女士 is asked to come in again, when her page is opened after the time has run out', async () => {
  const lin = await people.enters('林女士')
  await lin.sees('正在办')
  await lin.page.evaluate(() => {
    const [head, , tail] = (sessionStorage.getItem('mingju.token') ?? '').split('.')
    sessionStorage.setItem('mingju.token', [head, btoa(JSON.stringify({ sub: 'lin', exp: 1 })), tail].join('.'))
  })
  await lin.page.reload()
  await lin.sees('您的登录过期了，请重新进入，写好的内容都留着')
})
