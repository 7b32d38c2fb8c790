import { join } from 'node:path'
import { peopleAt, type Walker } from './walk'

const people = peopleAt()

const photo = (name: string) => join(__dirname, '../../local/demo/photos', `${name}.jpg`)

/** Taps what opens the camera, and takes this picture. */
async function takesPhoto(walker: Walker, words: string, name: string): Promise<void> {
  const [chooser] = await Promise.all([walker.page.waitForEvent('filechooser'), walker.taps(words)])
  await chooser.setFiles(photo(name))
  await walker.page.locator('.photo-img img').first().waitFor()
}

/** Files what is broken, with a photo, and waits until the photo has arrived. */
async function filesWithPhoto(walker: Walker, description: string, place: string): Promise<void> {
  await walker.taps('报修')
  await takesPhoto(walker, '拍照', 'light-before')
  await walker.taps('楼道灯')
  await walker.sees('物业来修，不收您的钱')
  await walker.types('在哪里', place)
  await walker.types('怎么了', description)
  await walker.seesNoMore('正在核对')
  await walker.taps('报上去')
  await walker.sees('报好了，等物业受理')
}

async function receivesAndSends(clerk: Walker, title: string, technician: string): Promise<void> {
  await clerk.taps(`受理 ${title}`)
  await clerk.seesNoMore(title)
  await clerk.taps('待派单')
  await clerk.taps(`派单 ${title}`)
  await clerk.taps(technician)
  await clerk.taps(`派给${technician}`)
  await clerk.sees(`派给${technician}了`)
}

/** From the order itself, one tap after the other, to the photo of what was done. */
async function works(technician: Walker, title: string, work: string): Promise<void> {
  await technician.words(title).first().click()
  await technician.sees('经过') // the page before it has the same words on its buttons
  await technician.taps('接单')
  await technician.sees('接下了，报修的人会收到消息')
  await technician.taps('到场')
  await technician.taps('开始处理')
  await finishes(technician, work)
}

async function finishes(technician: Walker, work: string): Promise<void> {
  await technician.taps('拍照完工')
  await takesPhoto(technician, '拍照', 'light-after')
  await technician.types('修了什么', work)
  await technician.seesNoMore('正在核对')
  await technician.taps('完工')
  await technician.sees('交上去了，等报修的人确认')
}

it('a lamp goes from 林女士’s photo through 林晓 and 王师傅 back to 林女士, who has it done again, confirms and rates it', async () => {
  const lin = await people.enters('林女士')
  await filesWithPhoto(lin, '十八楼的灯不亮，晚上看不见台阶', '18 层走廊')

  const clerk = await people.enters('林晓')
  await receivesAndSends(clerk, '十八楼的灯不亮', '王师傅')

  const wang = await people.enters('王师傅')
  await works(wang, '十八楼的灯不亮', '换了声控开关，不收费')

  await lin.taps('看进度')
  await lin.sees('修好了吗')
  await lin.sees('修之前')
  await lin.sees('修之后')
  await lin.sees('不会替您打分')
  await lin.taps('没好，返工')
  await lin.types('哪里没修好', '还是一闪一闪')
  await lin.taps('要求返工')
  await lin.sees('物业收到了，会再派人来')
  await lin.sees('返工 1 次')

  await wang.page.reload()
  await wang.taps('接单')
  await wang.sees('接下了')
  await wang.taps('到场')
  await wang.taps('开始处理')
  await finishes(wang, '把灯头也换了')

  await lin.page.reload()
  await lin.sees('把灯头也换了')
  await lin.taps('修好了')
  await lin.sees('谢谢，已确认修好')
  await lin.taps('评价')
  await lin.taps('4 星')
  await lin.taps('态度好')
  await lin.types('想说的话', '第二次修好了')
  await lin.taps('交评价')
  await lin.sees('评价收到了')
  await lin.sees('满意')
  await lin.sees('第二次修好了')
})

it('an emergency asks for a call before anything else, and for no photo', async () => {
  const xu = await people.enters('许先生')
  await xu.taps('报修')
  await xu.taps('急修')
  await xu.sees('先打电话，再报上来')
  await xu.taps('报上去')
  await xu.sees('点一下是哪种急事')
  await xu.taps('水管爆裂')
  await xu.sees('能关的话先关进户水阀')
  await xu.sees('急修 60 分钟内到场')
  await xu.types('在哪里', '3 层管道井')
  await xu.types('怎么了', '水管爆了，水往走廊流')
  await xu.taps('报上去')
  await xu.sees('报好了，等物业受理')
  await xu.sees('前到场')
  await xu.sees('合同二级')
})

it('王师傅 gives an order back with a reason, and it waits for somebody else at the desk', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('报修')
  await lin.types('在哪里', '地库入口')
  await lin.types('怎么了', '地库的灯箱松了')
  await lin.taps('报上去')
  await lin.sees('报好了')
  const clerk = await people.enters('林晓')
  await clerk.taps('受理 地库的灯箱松了')
  await clerk.seesNoMore('地库的灯箱松了')

  const wang = await people.enters('王师傅')
  await wang.taps('接单 地库的灯箱松了')
  await wang.sees('接下了')
  await wang.words('地库的灯箱松了').first().click()
  await wang.sees('经过')
  await wang.taps('退单')
  await wang.types('为什么退单', '要登高作业证，我没有')
  await wang.taps('确定退单')
  await wang.sees('退回去了，客服会重新派')

  await clerk.page.reload()
  await clerk.taps('待派单')
  await clerk.words('地库的灯箱松了').first().click()
  await clerk.sees('要登高作业证，我没有')
})
