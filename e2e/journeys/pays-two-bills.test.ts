import { peopleAt } from './walk'

const people = peopleAt()

it('林女士 leaves the till once, pays two bills by WeChat, and keeps their receipt', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('缴费')
  await lin.sees('还有')
  await lin.taps('去缴费')
  const boxes = lin.page.getByRole('checkbox').filter({ visible: true })
  await boxes.first().waitFor()
  for (let place = (await boxes.count()) - 1; place >= 2; place -= 1) await boxes.nth(place).click()
  await lin.sees('选了 2 张')
  await lin.taps('微信支付')
  await till(lin).getByRole('button', { name: '取消' }).click()
  await lin.sees('还没有收到这笔钱')
  await lin.taps('继续支付')
  await till(lin).getByRole('button', { name: '付款' }).click()
  await till(lin).getByRole('button', { name: '完成' }).click()
  await lin.sees('付好了')
  await lin.taps('看收据')
  await lin.sees('微信支付')
  await lin.sees('本收据只证明收到款项，不是发票')
  expect(
    await lin.page
      .getByText(/^SJ\d{8}-\d{4}$/)
      .filter({ visible: true })
      .count(),
  ).toBe(1)
})

const till = (walker: Awaited<ReturnType<typeof people.enters>>) => walker.page.frameLocator('iframe[title="收银台"]')
