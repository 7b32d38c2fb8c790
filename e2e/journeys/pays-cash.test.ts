import { DESK, peopleAt } from './walk'

const people = peopleAt()

it('何静 takes a part of a bill in cash and the rest by transfer, and the receipts of the day say so', async () => {
  const cashier = await people.enters('何静', { ...DESK })
  await cashier.taps('柜台收款')
  await cashier.types('哪一户来交', '2-2-0502')
  const boxes = cashier.page.getByRole('checkbox').filter({ visible: true })
  await boxes.first().click()
  await cashier.types('收了多少元', '100')
  await cashier.sees('比选中的账单少')
  await cashier.taps('收 ¥100.00，出收据')
  await cashier.sees('本收据只证明收到款项，不是发票')
  await cashier.sees('现金')
  await cashier.taps('返回')

  await cashier.sees('已缴一部分')
  await boxes.first().click()
  await cashier.taps('银行转账')
  await cashier.types('流水号', 'HD20260401-8')
  await cashier.page.getByRole('button', { name: /^收 ¥.*出收据$/ }).click()
  await cashier.sees('HD20260401-8')
  await cashier.taps('返回')
  await cashier.taps('收据')
  await cashier.sees('2 栋 2 单元 0502')
})
