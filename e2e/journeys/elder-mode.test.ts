import { contrastsOf, sizesOf, targetsOf } from './measure'
import { peopleAt, type Walker } from './walk'

const people = peopleAt()

/** Big text: at least 22 px for what is read, 20 for a note, targets of 60 px, contrast of 7. */
const BODY_PX = 22
const NOTE_PX = 20
const TARGET_PX = 60
const CONTRAST = 7

async function turnsOnBigText(walker: Walker): Promise<void> {
  await walker.taps('我的')
  await walker.taps('大字版')
}

async function isBigEverywhere(walker: Walker): Promise<void> {
  const sizes = await sizesOf(walker.page)
  expect(sizes.filter(({ px }) => px < NOTE_PX)).toEqual([])
  expect((await targetsOf(walker.page)).filter(({ height }) => height < TARGET_PX)).toEqual([])
  expect((await contrastsOf(walker.page)).filter(({ ratio }) => ratio < CONTRAST)).toEqual([])
}

it('许先生 turns on big text and finds few doors, big words and big targets', async () => {
  const xu = await people.enters('许先生')
  await turnsOnBigText(xu)
  await isBigEverywhere(xu)
  await xu.taps('首页')
  await xu.sees('写一句话就行')
  const body = await xu
    .words('写一句话就行')
    .first()
    .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  expect(body).toBeGreaterThanOrEqual(NOTE_PX)
  const door = await xu
    .words('我的报修')
    .first()
    .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  expect(door).toBeGreaterThanOrEqual(BODY_PX)
  await isBigEverywhere(xu)
})

it('许先生 files a repair in big text', async () => {
  const xu = await people.enters('许先生')
  await turnsOnBigText(xu)
  await xu.taps('首页')
  await xu.taps('报修')
  await xu.types('怎么了', '厕所的灯坏了')
  await xu.taps('家里')
  await isBigEverywhere(xu)
  const typed = await xu.field('怎么了').evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  expect(typed).toBeGreaterThanOrEqual(BODY_PX)
  await xu.taps('报上去')
  await xu.sees('报好了')
  await isBigEverywhere(xu)
  await xu.taps('看进度')
  await xu.sees('厕所的灯坏了')
  await isBigEverywhere(xu)
})

it('keeps big text for the next visit and lets it be turned off again', async () => {
  const xu = await people.enters('许先生')
  await turnsOnBigText(xu)
  await xu.page.reload()
  await xu.sees('读给我听')
  await xu.taps('我的')
  await xu.taps('大字版')
  await xu.taps('首页')
  await xu.seesNoMore('写一句话就行')
})
