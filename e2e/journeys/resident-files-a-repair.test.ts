import { peopleAt } from './walk'

const people = peopleAt()

/** A message goes out with the next turn of the clock and is looked for every 20 seconds. */
const MESSAGE_MS = 40_000

it('林女士 files a repair, 林晓 receives it, and 林女士 sees it received and is told', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('报修')
  await lin.types('怎么了', '楼道灯不亮，晚上看不见台阶')
  await lin.types('在哪里', '3 栋 2 单元 18 层走廊')
  await lin.taps('报上去')
  await lin.sees('报好了，等物业受理')
  const number = await lin.words('BX').first().innerText()
  await lin.taps('看进度')
  await lin.sees('等物业受理')
  await lin.taps('返回')
  await lin.taps('我的报修')
  await lin.sees('楼道灯不亮')
  await lin.sees('待受理')

  const clerk = await people.enters('林晓')
  await clerk.taps('受理 楼道灯不亮')
  await clerk.seesNoMore('楼道灯不亮')
  await clerk.taps('全部')
  await clerk.sees('楼道灯不亮')
  await clerk.target('派单 楼道灯不亮').waitFor()

  await lin.page.reload()
  await lin.taps('楼道灯不亮')
  await lin.sees('已受理')
  await lin.sees(number)
  await lin.taps('返回')
  await lin.taps('返回')
  await lin.taps('消息')
  await lin.sees('晚上看不见台阶”，物业已受理', MESSAGE_MS)
})

it('林女士 withdraws her repair with a reason, and the clerk no longer finds it waiting', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('报修')
  await lin.types('怎么了', '厨房水龙头滴水')
  await lin.taps('家里')
  await lin.taps('报上去')
  await lin.taps('看进度')
  await lin.taps('撤销报修')
  await lin.types('为什么撤销', '自己修好了')
  await lin.taps('确定撤销')
  await lin.sees('已撤销，物业不会再为这一单上门')
  await lin.sees('自己修好了')

  const clerk = await people.enters('林晓')
  await clerk.sees('林晓')
  await clerk.taps('全部')
  await clerk.sees('厨房水龙头滴水')
  await clerk.taps('待受理')
  await clerk.seesNoMore('厨房水龙头滴水')
})

it('周敏, the manager, takes an order in from her own queue, and it is warm for her and quiet for 林女士', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('报修')
  await lin.types('怎么了', '地库的卷帘门卡住了')
  await lin.taps('小区里')
  await lin.taps('报上去')
  await lin.taps('看进度')
  await lin.sees('经过') // the page before it says 待受理 too
  await lin.page.locator('.chip-plain').filter({ hasText: '待受理', visible: true }).first().waitFor()

  const manager = await people.enters('周敏')
  await manager.taps('受理 地库的卷帘门卡住了')
  await manager.seesNoMore('地库的卷帘门卡住了')
})

it('小黄, a tenant, does not see what 林女士 filed', async () => {
  const huang = await people.enters('小黄')
  await huang.taps('我的报修')
  await huang.taps('全部')
  await huang.sees('还没有报过修')
  await huang.seesNoMore('楼道灯不亮')
})
