import { chinaHour } from '../../../types/vocabulary/dates'
import type { Seat } from '../../hooks/use-actor'

const HOURS = [
  { until: 5, zh: '夜深了' },
  { until: 11, zh: '上午好' },
  { until: 13, zh: '中午好' },
  { until: 18, zh: '下午好' },
  { until: 24, zh: '晚上好' },
] as const

/** 林女士，上午好 */
export function greeting(name: string | undefined, now: Date): string {
  const hour = chinaHour(now)
  const words = HOURS.find(({ until }) => hour < until)?.zh ?? '您好'
  return name ? `${name}，${words}` : words
}

/** 3 栋 2 单元 1801, or how many: addresses one after the other would break in the middle. */
export function housesOf({ houses }: Seat): string {
  const [first] = houses
  return houses.length > 1 ? `${houses.length} 套房` : (first?.label ?? '')
}
