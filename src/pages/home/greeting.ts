import { chinaHour } from '../../../types/vocabulary/dates'

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
