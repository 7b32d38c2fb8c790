import fc from 'fast-check'
import { chargeFor, splitByWeight } from './charge'
import { monthPartsOf } from './months'

const house = 8950
const whole = { days: 30, daysInMonth: 30 }

describe('worked examples', () => {
  it('F1: 89.50 m² at 1.35 for a month is 120.83', () => {
    expect(chargeFor({ area100: house, priceE4: 13500, ...whole })).toBe(12083)
  })

  it('F2: a price that changes on 16 April makes two lines', () => {
    const april = (priceE4: number) => chargeFor({ area100: house, priceE4, days: 15, daysInMonth: 30 })
    expect([april(13500), april(15000)]).toEqual([6041, 6713])
  })

  it('F3: an area that changes on 11 May makes two lines', () => {
    expect(chargeFor({ area100: 8950, priceE4: 15000, days: 10, daysInMonth: 31 })).toBe(4331)
    expect(chargeFor({ area100: 8876, priceE4: 15000, days: 21, daysInMonth: 31 })).toBe(9019)
  })

  it('F4: a quarter is the sum of its months', () => {
    const lines = monthPartsOf('2026-04-01', '2026-07-01').map((part) =>
      chargeFor({ area100: house, priceE4: part.from < '2026-05-01' ? 13500 : 15000, ...part }),
    )
    expect(lines).toEqual([12083, 13425, 13425])
    expect(lines.reduce((sum, fen) => sum + fen, 0)).toBe(38933)
  })

  it('F5: a sale on 10 June splits the month by days, and the day belongs to the buyer', () => {
    expect(splitByWeight(13425, [9, 21])).toEqual([4028, 9397])
  })

  it('F6: a vacant house pays seven tenths where the local rule allows it', () => {
    expect(chargeFor({ area100: house, priceE4: 15000, ...whole, percent: 70 })).toBe(9398)
  })

  it('F7: shared power is split by area to the fen', () => {
    expect(splitByWeight(123456, [8950, 12030, 6020])).toEqual([40923, 55007, 27526])
  })

  it('F9: rounds right where floating point rounds wrong', () => {
    expect(chargeFor({ area100: 3050, priceE4: 11500, ...whole })).toBe(3508)
    expect(chargeFor({ area100: 3090, priceE4: 8500, ...whole })).toBe(2627)
    expect(chargeFor({ area100: 3110, priceE4: 21500, ...whole })).toBe(6687)
  })
})

it('always splits into parts that add up to the whole, each within a fen of its exact share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 60 }),
      (fen, weights) => {
        const parts = splitByWeight(fen, weights)
        const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0))
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(fen)
        parts.forEach((part, index) => {
          const difference = BigInt(part) * total - BigInt(fen) * BigInt(weights[index] ?? 0)
          expect(difference < total && -difference < total).toBe(true)
        })
      },
    ),
  )
})

it('cuts any span at the months without losing or doubling a day', () => {
  const date = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(date, date, (one, other) => {
      const [from, to] = one < other ? [one, other] : [other, one]
      const parts = monthPartsOf(from, to)
      const days = parts.reduce((sum, part) => sum + part.days, 0)
      expect(days).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000)
      parts.forEach((part, index) => {
        expect(part.from).toBe(index === 0 ? from : parts[index - 1]?.to)
        expect(part.days).toBeLessThanOrEqual(part.daysInMonth)
      })
    }),
  )
})
