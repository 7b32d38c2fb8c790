import type { PromiseCalendar } from '../../../types/vocabulary/repair'

/** Time in which a clock stands still, half-open. */
export interface Pause {
  from: Date
  until: Date
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const CHINA_OFFSET = 8 * HOUR

/** The hours of service of one day in Asia/Shanghai, where a promise counts only these. */
const SERVICE_HOURS = { from: 8 * HOUR, until: 20 * HOUR }

/**
 * The instant at which so many minutes after `start` have passed, counting only the hours of the calendar and no pause.
 * A pause that begins after that instant changes nothing: a promise once broken is not mended by stopping the clock.
 */
export function dueAfter(start: Date, minutes: number, calendar: PromiseCalendar, pauses: readonly Pause[] = []): Date {
  let left = minutes * MINUTE
  let at = start.getTime()
  for (;;) {
    at = firstCounting(at, calendar, pauses)
    const until = countsUntil(at, calendar, pauses)
    if (left <= until - at) return new Date(at + left)
    left -= until - at
    at = until
  }
}

/** This instant if it counts, else the first one after it that does. */
function firstCounting(at: number, calendar: PromiseCalendar, pauses: readonly Pause[]): number {
  const pause = pauses.find(({ from, until }) => from.getTime() <= at && at < until.getTime())
  if (pause) return firstCounting(pause.until.getTime(), calendar, pauses)
  if (calendar === 'always') return at
  const inDay = timeOfDay(at)
  if (inDay < SERVICE_HOURS.from) return firstCounting(at - inDay + SERVICE_HOURS.from, calendar, pauses)
  if (inDay >= SERVICE_HOURS.until) return firstCounting(at - inDay + DAY + SERVICE_HOURS.from, calendar, pauses)
  return at
}

/** Where the time that counts ends, from an instant that counts. */
function countsUntil(at: number, calendar: PromiseCalendar, pauses: readonly Pause[]): number {
  const closing = calendar === 'always' ? Number.POSITIVE_INFINITY : at - timeOfDay(at) + SERVICE_HOURS.until
  return Math.min(closing, ...pauses.map(({ from }) => from.getTime()).filter((from) => from > at))
}

const timeOfDay = (at: number): number => (at + CHINA_OFFSET) % DAY
