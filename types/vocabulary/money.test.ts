import { readDecimal, sayArea, sayPrice, sayYuan } from './money'

it('writes fen as people read them', () => {
  expect([0, 5, 12083, 100_000, 123_456_789, -12083].map(sayYuan)).toEqual([
    '0.00',
    '0.05',
    '120.83',
    '1,000.00',
    '1,234,567.89',
    '120.83',
  ])
})

it('writes areas and prices without losing a digit', () => {
  expect([8950, 12030, 6005].map(sayArea)).toEqual(['89.50', '120.30', '60.05'])
  expect([13500, 13525, 6500, 10_000, 8_501].map(sayPrice)).toEqual(['1.35', '1.3525', '0.65', '1.00', '0.8501'])
})

it('reads what was typed exactly, or says that it is no number', () => {
  expect(readDecimal('89.5', 2)).toBe(8950)
  expect(readDecimal(' 1.35 ', 4)).toBe(13500)
  expect(readDecimal('120', 2)).toBe(12000)
  for (const typed of ['', 'abc', '1.355', '-3', '1e3', '１２', '1,000', '.5'])
    expect(readDecimal(typed, 2)).toBeUndefined()
})
