import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** China keeps one offset all year; a mini-program's engine may lack Intl, so no time-zone plugin. */
const CHINA_OFFSET_HOURS = 8

const inChina = (instant: string | Date) => dayjs.utc(instant).utcOffset(CHINA_OFFSET_HOURS)

/** The business date (Asia/Shanghai) of an instant, as `YYYY-MM-DD`. */
export const businessDate = (instant: string | Date): string => inChina(instant).format('YYYY-MM-DD')

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

/** A business date as people write it: `2026-06-01` is `2026 年 6 月 1 日`. */
export const sayDate = (date: string): string => dayjs.utc(date).format('YYYY 年 M 月 D 日')

/** The date so many calendar months later; a day that the later month lacks becomes its last one. */
export const addMonths = (date: string, months: number): string => dayjs.utc(date).add(months, 'month').format('YYYY-MM-DD')
