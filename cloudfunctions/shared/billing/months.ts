import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** Days [from, to) inside one calendar month. Dates are business dates, `YYYY-MM-DD`. */
export interface MonthPart {
  from: string
  to: string
  days: number
  daysInMonth: number
}

const day = (date: string) => dayjs.utc(date)

/** Cuts [from, to) at the calendar months: one part for each month touched, whole or not. */
export function monthPartsOf(from: string, to: string): MonthPart[] {
  const parts: MonthPart[] = []
  let start = day(from)
  const end = day(to)
  while (start.isBefore(end)) {
    const nextMonth = start.startOf('month').add(1, 'month')
    const stop = nextMonth.isBefore(end) ? nextMonth : end
    parts.push({
      from: start.format('YYYY-MM-DD'),
      to: stop.format('YYYY-MM-DD'),
      days: stop.diff(start, 'day'),
      daysInMonth: start.daysInMonth(),
    })
    start = stop
  }
  return parts
}

/** Whether this is a day of the calendar: 2026-02-30 is none. */
export const isDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && day(date).format('YYYY-MM-DD') === date
