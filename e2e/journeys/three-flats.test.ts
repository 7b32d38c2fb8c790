import { peopleAt, type Walker } from './walk'

const people = peopleAt()

async function flatsOf(walker: Walker): Promise<[string, string]> {
  const words = await walker.page.getByRole('radiogroup', { name: '哪一套房' }).getByRole('radio').allInnerTexts()
  expect(words).toHaveLength(3)
  const [, second = '', third = ''] = words.map((word) => word.trim())
  return [second, third]
}

it('周先生 says 家里, then changes the flat, and the order is for the flat that he chose last', async () => {
  const zhou = await people.enters('周先生')
  await zhou.sees('3 套房')
  await zhou.taps('报修')
  await zhou.sees('哪一套房')
  const [second, third] = await flatsOf(zhou)
  await zhou.types('怎么了', '次卧的窗户漏风')
  await zhou.taps(second)
  await zhou.taps('家里')
  await zhou.taps(third)
  expect(await zhou.field('在哪里').inputValue()).toBe('家里')
  await zhou.taps('报上去')
  await zhou.sees(`${third} 家里`)
  await zhou.taps('看进度')
  await zhou.sees(third)
  await zhou.taps('返回')
  await zhou.taps('我的报修')
  await zhou.sees(`${third} 家里`)
  expect(await zhou.words(`${second} 家里`).count()).toBe(0)
})

it('keeps the flat that 周先生 chose with the rest of his half-written form', async () => {
  const zhou = await people.enters('周先生')
  await zhou.taps('报修')
  await zhou.sees('哪一套房')
  const [second] = await flatsOf(zhou)
  await zhou.taps(second)
  await zhou.types('怎么了', '空调外机架松了')
  await zhou.page.reload()
  await zhou.sees('哪一套房')
  expect(await zhou.field('怎么了').inputValue()).toBe('空调外机架松了')
  const flats = zhou.page.getByRole('radiogroup', { name: '哪一套房' })
  expect(await flats.getByRole('radio', { checked: true }).innerText()).toContain(second)
})

it('fits 周先生 and his three flats on a phone in big text', async () => {
  const zhou = await people.enters('周先生')
  await zhou.taps('我的')
  await zhou.taps('大字版')
  await zhou.taps('首页')
  await zhou.sees('写一句话就行')
  await fits(zhou)
  await zhou.taps('报修')
  await zhou.sees('哪一套房')
  await fits(zhou)
  await zhou.types('怎么了', '门锁打不开')
  await zhou.taps('家里')
  await zhou.taps('报上去')
  await zhou.sees('报好了')
  await fits(zhou)
  await zhou.taps('看进度')
  await zhou.sees('经过')
  await fits(zhou)
})

/** Nothing reaches over an edge of the window, once the page that slid in has come to its place. */
async function fits(walker: Walker): Promise<void> {
  for (let tries = 0; tries < 10 && (await tooWide(walker)).length > 0; tries += 1)
    await walker.page.waitForTimeout(200)
  expect(await tooWide(walker)).toEqual([])
}

/** The words of everything that reaches over an edge of the window. */
const tooWide = (walker: Walker): Promise<string[]> =>
  walker.page.evaluate(() =>
    Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 0 && (left < -1 || right > window.innerWidth + 1)
      })
      .map((element) => element.textContent.slice(0, 30)),
  )
