import { contrastsOf } from './measure'
import { peopleAt, type Walker } from './walk'

const people = peopleAt()

/** Ordinary text keeps this contrast in both themes. */
const CONTRAST = 4.5

const tooFaint = async (walker: Walker) => (await contrastsOf(walker.page)).filter(({ ratio }) => ratio < CONTRAST)

const faceOf = (walker: Walker) =>
  walker
    .words('林女士')
    .first()
    .evaluate((element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const [red = 0, green = 0, blue = 0, alpha = 1] = (
          getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []
        ).map(Number)
        if (alpha > 0.99) return Math.round((red + green + blue) / 3)
      }
      return 255
    })

it('林女士 chooses the dark theme, and every word stays readable', async () => {
  const lin = await people.enters('林女士', { colorScheme: 'light' })
  await lin.sees('林女士')
  expect(await faceOf(lin)).toBeGreaterThan(200)
  expect(await tooFaint(lin)).toEqual([])
  await lin.taps('我的')
  await lin.taps('深色')
  expect(await faceOf(lin)).toBeLessThan(60)
  for (const tab of ['我的', '首页', '公开', '消息']) {
    await lin.taps(tab)
    await lin.page.waitForLoadState('networkidle')
    expect(await tooFaint(lin)).toEqual([])
  }
})

it('follows a phone that is dark by itself', async () => {
  const lin = await people.enters('林女士', { colorScheme: 'dark' })
  await lin.sees('林女士')
  expect(await faceOf(lin)).toBeLessThan(60)
  await lin.taps('报修')
  await lin.sees('怎么了')
  expect(await tooFaint(lin)).toEqual([])
})
