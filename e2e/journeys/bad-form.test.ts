import { peopleAt } from './walk'

const people = peopleAt()

it('tells 林女士 at each field what is missing, and loses no word', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('报修')
  await lin.taps('报上去')
  await lin.sees('写一句话，说说哪里坏了')
  await lin.sees('写上位置，师傅才找得到')
  await lin.types('怎么了', '门禁刷不开')
  await lin.seesNoMore('写一句话，说说哪里坏了')
  await lin.taps('补好再报')
  await lin.sees('写上位置，师傅才找得到')
  expect(await lin.field('怎么了').inputValue()).toBe('门禁刷不开')
})

it('says how much is too much instead of cutting the text', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('报修')
  const long = '水'.repeat(501)
  await lin.types('怎么了', long)
  await lin.types('在哪里', '家'.repeat(61))
  await lin.taps('报上去')
  await lin.sees('有两处要改，改好就能报')
  await lin.sees('最多写 500 个字，现在有 501 个')
  await lin.sees('位置最多 60 个字，现在有 61 个')
  expect(await lin.field('怎么了').inputValue()).toBe(long)
})

it('keeps a half-written form when the page is left and opened again', async () => {
  const lin = await people.enters('林女士')
  await lin.taps('报修')
  await lin.types('怎么了', '地下车库有积水')
  await lin.taps('返回')
  await lin.taps('报修')
  expect(await lin.field('怎么了').inputValue()).toBe('地下车库有积水')
})
