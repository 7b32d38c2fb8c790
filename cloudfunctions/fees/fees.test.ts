import { callAs, openTestStage, type TestStage, yes } from '../../local/testing/stage'
import type { Input } from '../../types/contracts'
import { main as fees } from '.'

let stage: TestStage
beforeAll(async () => {
  stage = await openTestStage()
})
afterAll(() => stage.close())

const quote = (input: Input<'fees.quote'>) => callAs(fees, 'nobody-knows-me', 'fees.quote', input)
const april = { area100: 8950, priceE4: 13500, from: '2026-04-01', to: '2026-05-01' }

it('F1, F4: tells anyone what an area would pay, a line for each calendar month', async () => {
  expect(await yes(quote(april))).toEqual({
    lines: [{ from: '2026-04-01', to: '2026-05-01', days: 30, daysInMonth: 30, amountFen: 12083 }],
    amountFen: 12083,
  })
  const quarter = await yes(quote({ ...april, priceE4: 15000, to: '2026-07-01' }))
  expect(quarter.lines.map((line) => line.amountFen)).toEqual([13425, 13425, 13425])
  expect(quarter.amountFen).toBe(40275)
})

it('counts the days of a month that is only touched', async () => {
  const { lines } = await yes(quote({ ...april, from: '2028-02-20', to: '2028-03-02' }))
  expect(lines.map(({ days, daysInMonth }) => [days, daysInMonth])).toEqual([
    [10, 29],
    [1, 31],
  ])
})

it.each([
  ['a day that the calendar does not have', { ...april, from: '2026-02-30' }, 'from'],
  ['an end before its beginning', { ...april, to: '2026-04-01' }, 'to'],
  ['more than ten years', { ...april, to: '2036-05-01' }, 'to'],
  ['a part of a square centimetre', { ...april, area100: 89.5 }, 'area100'],
  ['a negative price', { ...april, priceE4: -1 }, 'priceE4'],
  ['no area', { ...april, area100: 0 }, 'area100'],
])('refuses %s and says what to mend', async (_what, input, path) => {
  const reply = await quote(input)
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { fields: [{ path }] } } })
  if (!reply.ok) expect(reply.error.details?.fields?.[0]?.message).toMatch(/[\u4e00-\u9fff]/)
})
