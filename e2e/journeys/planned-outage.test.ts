import { businessDate } from '../../types/vocabulary/dates'
import { peopleAt } from './walk'

const people = peopleAt()

/** A message goes out with the next turn of the clock and is looked for every 20 seconds. */
const MESSAGE_MS = 40_000
const tomorrow = businessDate(new Date(Date.now() + 86_400_000))

it('林晓 posts a power cut of building 1; 许先生 who lives there reads it on his home page and 小黄 next door does not', async () => {
  const clerk = await people.enters('林晓')
  await clerk.taps('贴公告')
  await clerk.taps('停水停电')
  await clerk.taps('停电')
  await clerk.types('标题', '1 栋换变压器，停电一天')
  await clerk.types('正文', '供电公司更换变压器，有事打 138 0013 8000')
  await clerk.taps('1 栋')
  await clerk.taps('贴出，并告诉住户')
  await clerk.sees('写成 9:00 这样')

  await clerk.types('哪一天', tomorrow)
  await clerk.types('从几点', '8:30')
  await clerk.types('到几点', '18:00')
  await clerk.taps('贴出，并告诉住户')
  await clerk.sees('请不要写个人手机号')

  await clerk.types('正文', '供电公司更换变压器，有事打服务中心电话。')
  await clerk.taps('贴出，并告诉住户')
  await clerk.sees('8:30 到 18:00')
  await clerk.sees('1 栋')

  const there = await people.enters('许先生')
  await there.sees('要停电')
  await there.taps('消息')
  await there.sees('1 栋换变压器，停电一天', MESSAGE_MS)
  await there.taps('1 栋换变压器，停电一天')
  await there.sees('和您有关')

  const elsewhere = await people.enters('小黄')
  await elsewhere.sees('报修')
  expect(await elsewhere.words('要停电').count()).toBe(0)

  await clerk.taps('撤回')
  await clerk.types('为什么撤回', '供电公司改期')
  await clerk.taps('确定撤回')
  await clerk.sees('原因：供电公司改期')
  await there.page.reload()
  await there.sees('已撤回，不停了')
})
