import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** China keeps one offset all year; a mini-program's engine may lack Intl, so no time-zone plugin. */
const CHINA_OFFSET_HOURS = 8

const inChina = (instant: string | Date) => dayjs.utc(instant).utcOffset(CHINA_OFFSET_HOURS)

/** The business date (Asia/Shanghai) of an instant, as `YYYY-MM-DD`. */
export const businessDate = (instant: string | Date): string => inChina(instant).format('YYYY-MM-DD')

/** The clock in Asia/Shanghai: `9:05`. */
export const clockOf = (instant: string | Date): string => inChina(instant).format('H:mm')

/** The hour of the day (0–23) in Asia/Shanghai, for greetings. */
export const chinaHour = (instant: string | Date): number => inChina(instant).hour()

/**
 * An instant as people say it: `今天 9:10`, `昨天 18:04`, `4 月 18 日 12:30`, and with the year when it is another year.
 */
export function sayInstant(instant: string | Date, now: string | Date): string {
  const then = inChina(instant)
  const today = inChina(now)
  const clock = then.format('H:mm')
  const days = today.startOf('day').diff(then.startOf('day'), 'day')
  if (days === 0) return `今天 ${clock}`
  if (days === 1) return `昨天 ${clock}`
  if (then.year() === today.year()) return `${then.format('M 月 D 日')} ${clock}`
  return `${then.format('YYYY 年 M 月 D 日')} ${clock}`
}

/** The time of day in Asia/Shanghai: `9:10`. */
export const sayTime = (instant: string | Date): string => inChina(instant).format('H:mm')

/** The day of an instant, seen from now: `今天`, `昨天`, `明天`, else `4 月 18 日`. */
export function sayDay(instant: string | Date, now: string | Date): string {
  const then = inChina(instant)
  const days = then.startOf('day').diff(inChina(now).startOf('day'), 'day')
  if (days === 0) return '今天'
  if (days === 1) return '明天'
  return days === -1 ? '昨天' : then.format('M 月 D 日')
}

/** A business date as people write it: `2026-06-01` is `2026 年 6 月 1 日`. */
export const sayDate = (date: string): string => dayjs.utc(date).format('YYYY 年 M 月 D 日')

/** The date so many calendar months later; a day that the later month lacks becomes its last one. */
export const addMonths = (date: string, months: number): string =>
  dayjs.utc(date).add(months, 'month').format('YYYY-MM-DD')

/** The date so many days later, or earlier where they are negative. */
export const addDays = (date: string, days: number): string => dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD')

/** Days from one date to another; negative where the other comes first. */
export const daysBetween = (from: string, to: string): number => dayjs.utc(to).diff(dayjs.utc(from), 'day')

/**
 * Days [from, to) as people name them: `2026 年 6 月`, `2026 年第 2 季度`, `2026 年上半年`, `2026 年`, else by first and last
 * day, `2026 年 6 月 1 日到 6 月 9 日`.
 */
export function sayPeriod(from: string, to: string): string {
  const first = dayjs.utc(from)
  const end = dayjs.utc(to)
  const last = end.subtract(1, 'day')
  const months = first.date() === 1 && end.date() === 1 ? end.diff(first, 'month') : 0
  const year = first.format('YYYY 年')
  if (months === 12 && first.month() === 0) return year
  if (months === 6 && first.month() % 6 === 0) return `${year}${first.month() === 0 ? '上' : '下'}半年`
  if (months === 3 && first.month() % 3 === 0) return `${year}第 ${first.month() / 3 + 1} 季度`
  if (months === 1) return first.format('YYYY 年 M 月')
  const until = last.format(last.year() === first.year() ? 'M 月 D 日' : 'YYYY 年 M 月 D 日')
  return to === first.add(1, 'day').format('YYYY-MM-DD') ? sayDate(from) : `${sayDate(from)}到 ${until}`
}

/** The calendar month around an instant, half-open. */
export function monthAround(instant: string | Date): { from: string; to: string } {
  const from = `${businessDate(instant).slice(0, 8)}01`
  return { from, to: addMonths(from, 1) }
}
