import fc from 'fast-check'
import { businessDate, chinaHour, sayInstant } from './dates'

it('books a payment at half past midnight in China on that day, whatever the day is in UTC', () => {
  expect(businessDate('2026-03-31T16:30:00Z')).toBe('2026-04-01')
  expect(businessDate('2026-03-31T15:59:59Z')).toBe('2026-03-31')
  expect(businessDate('2028-02-28T16:00:00Z')).toBe('2028-02-29')
  expect(businessDate('2026-12-31T16:00:00Z')).toBe('2027-01-01')
})

it('never depends on the time zone of the machine', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (millis) => {
      const shifted = new Date(millis + 8 * 3_600_000).toISOString()
      expect(businessDate(new Date(millis))).toBe(shifted.slice(0, 10))
      expect(chinaHour(new Date(millis))).toBe(Number(shifted.slice(11, 13)))
    }),
  )
})

it('says an instant as a neighbour would', () => {
  const now = '2026-04-20T04:00:00Z'
  expect(sayInstant('2026-04-20T01:10:00Z', now)).toBe('今天 9:10')
  expect(sayInstant('2026-04-19T15:59:00Z', now)).toBe('昨天 23:59')
  expect(sayInstant('2026-04-18T04:30:00Z', now)).toBe('4 月 18 日 12:30')
  expect(sayInstant('2025-12-31T15:00:00Z', now)).toBe('2025 年 12 月 31 日 23:00')
})
