import { businessDate } from '../../../types/vocabulary/dates'
import { AppError } from '../../shared/call/app-error'

const FUTURE_DAYS_MAX = 366
const DAY_MS = 86_400_000

const refuse = (message: string): never => {
  throw new AppError('INVALID_INPUT', { fields: [{ path: 'on', message }] })
}

/** The instant from which a binding no longer holds: now, or the start of the named day in Asia/Shanghai. */
export function endInstant(on: string | undefined, fromAt: Date, now: Date): Date {
  const today = businessDate(now)
  const end = on === undefined || on === today ? now : new Date(`${on}T00:00:00+08:00`)
  if (end <= fromAt) return refuse('结束日期要晚于绑定那一天')
  if (end.getTime() - now.getTime() > FUTURE_DAYS_MAX * DAY_MS) return refuse('结束日期最多写到一年以后')
  return end
}
