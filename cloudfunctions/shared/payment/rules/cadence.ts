/** When WeChat is asked about an order of which no notice came, in seconds after the last time. [商户文档 4012075249] */
const CADENCE_SECONDS = [5, 30, 60, 180, 300, 600, 1800]

/** The next time to ask, after it was asked so many times. Never later than the end of paying while that is to come. */
export function nextCheckAt(checks: number, now: Date, payBefore: Date): Date {
  const seconds = CADENCE_SECONDS[Math.min(checks, CADENCE_SECONDS.length - 1)] ?? 1800
  const next = new Date(now.getTime() + seconds * 1000)
  return payBefore > now && next > payBefore ? payBefore : next
}
