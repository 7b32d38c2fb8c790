import { sayDay, sayTime } from '../../../types/vocabulary/dates'
import { REPAIR_CLOCKS, type RepairClock } from '../../../types/vocabulary/repair'
import type { Clock } from '../../components/clocks'
import { afterHan } from '../../services/clock'
import type { Repair } from './repair-words'

export type RepairClockReply = Repair['clocks'][number]

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES
/** Up to two hours people count in minutes, up to three days in hours. */
const IN_MINUTES_UNTIL = 2 * HOUR_MINUTES
const IN_HOURS_UNTIL = 3 * DAY_MINUTES

const DONE_BEFORE = { take: '接单', arrive: '到场', finish: '修好' } as const satisfies Record<RepairClock, string>
const NOT_DONE = { take: '没人接单', arrive: '没到场', finish: '没修好' } as const satisfies Record<RepairClock, string>

const padded = (minutes: number): string => String(minutes).padStart(2, '0')

/** A promised length: `60 分钟`, `24 小时`, `5 天`. */
export function sayPromised(minutes: number): string {
  if (minutes >= IN_HOURS_UNTIL && minutes % DAY_MINUTES === 0) return `${minutes / DAY_MINUTES} 天`
  if (minutes >= IN_MINUTES_UNTIL && minutes % HOUR_MINUTES === 0) return `${minutes / HOUR_MINUTES} 小时`
  return `${minutes} 分钟`
}

/** A measured length: `11 分钟`, `20 小时 05 分`, `4 天 3 小时`. */
export function sayLength(minutes: number): string {
  if (minutes < HOUR_MINUTES) return `${minutes} 分钟`
  const hours = Math.floor(minutes / HOUR_MINUTES)
  if (minutes < IN_HOURS_UNTIL) return `${hours} 小时 ${padded(minutes % HOUR_MINUTES)} 分`
  const days = `${Math.floor(minutes / DAY_MINUTES)} 天`
  return hours % 24 === 0 ? days : `${days} ${hours % 24} 小时`
}

/** The same in its largest unit alone, where there is little room: `20 小时`. */
export function sayRoughly(minutes: number): string {
  if (minutes < HOUR_MINUTES) return `${minutes} 分钟`
  if (minutes < IN_HOURS_UNTIL) return `${Math.floor(minutes / HOUR_MINUTES)} 小时`
  return `${Math.floor(minutes / DAY_MINUTES)} 天`
}

export const minutesBetween = (from: string, to: string | Date): number =>
  Math.max(0, Math.floor((new Date(to).getTime() - Date.parse(from)) / MINUTE_MS))

/** Whole minutes after a due time, counted up as the server counts them: who is late is late from the first second. */
export const minutesLate = (dueAt: string, now: Date): number =>
  Math.max(0, Math.ceil((now.getTime() - Date.parse(dueAt)) / MINUTE_MS))

/** `23:50`, `明天 9:30`: until when, today without its day. */
export function sayDue(dueAt: string, now: Date): string {
  const day = sayDay(dueAt, now)
  return day === '今天' ? sayTime(dueAt) : `${day} ${sayTime(dueAt)}`
}

/** `23:50 前到场` */
export const sayPromise = (clock: RepairClock, dueAt: string, now: Date): string =>
  `${sayDue(dueAt, now)} 前${DONE_BEFORE[clock]}`

/** `23:50 前没到场`: the same promise, broken. */
export const sayBroken = (clock: RepairClock, dueAt: string, now: Date): string =>
  `${sayDue(dueAt, now)} 前${NOT_DONE[clock]}`

/** `合同二级 第 2.1 条` */
export const sayClause = ({ gradeCode, clauseNo }: { gradeCode: string; clauseNo: string }): string =>
  `合同${gradeCode} 第 ${clauseNo} 条`

/** What stands in the ring: under an hour what is left by the second, above it the time of day. */
export function inRing(dueAt: string, now: Date): { value: string; unit: string } {
  const leftSeconds = Math.ceil((Date.parse(dueAt) - now.getTime()) / 1000)
  if (leftSeconds <= 0) return { value: sayTime(dueAt), unit: '已过' }
  if (leftSeconds < HOUR_MINUTES * 60) {
    return { value: `${Math.floor(leftSeconds / 60)}:${padded(leftSeconds % 60)}`, unit: '剩余' }
  }
  return { value: sayTime(dueAt), unit: `${sayDay(dueAt, now)}前` }
}

/** How much of a promise is still there, in hundredths. */
export const percentLeft = (minutes: number, dueAt: string, now: Date): number =>
  ((Date.parse(dueAt) - now.getTime()) / (minutes * MINUTE_MS)) * 100

/** Side by side for the screen: what was measured from the report on, beside what was promised. */
export const clocksOf = ({ clocks, filedAt }: Pick<Repair, 'clocks' | 'filedAt'>, now: Date): Clock[] =>
  clocks.map((clock) => ({
    key: clock.clock,
    word: REPAIR_CLOCKS[clock.clock].zh,
    outcome: clock.state === 'met' ? 'kept' : clock.state === 'missed' ? 'missed' : 'running',
    measured: measuredOf(clock, filedAt, now),
    promise: `承诺 ${sayPromised(clock.minutes)}`,
  }))

function measuredOf(clock: RepairClockReply, filedAt: string, now: Date): Clock['measured'] {
  if (clock.metAt === undefined) {
    if (clock.state === 'stopped') return '不再计时'
    if (clock.state === 'missed') return '还没有'
    return `还剩 ${sayRoughly(minutesBetween(now.toISOString(), clock.dueAt))}`
  }
  const minutes = measuredMinutes(clock, filedAt, clock.metAt)
  if (minutes === 0) return '不到 1 分钟'
  if (minutes < HOUR_MINUTES) return [{ figure: String(minutes), unit: '分' }]
  const hours = Math.floor(minutes / HOUR_MINUTES)
  if (minutes < IN_HOURS_UNTIL) {
    return [
      { figure: String(hours), unit: '时' },
      { figure: padded(minutes % HOUR_MINUTES), unit: '分' },
    ]
  }
  return [
    { figure: String(Math.floor(minutes / DAY_MINUTES)), unit: '天' },
    { figure: String(hours % 24), unit: '时' },
  ]
}

/** Of a promise that counts day and night, what was promised and what it was late by add up before the reader's eyes. */
function measuredMinutes(
  { calendar, minutes, missedByMinutes }: RepairClockReply,
  filedAt: string,
  metAt: string,
): number {
  if (calendar === 'always' && missedByMinutes !== undefined) return minutes + missedByMinutes
  return minutesBetween(filedAt, metAt)
}

const COUNTS = ['零', '一', '两', '三'] as const
const many = (count: number): string => COUNTS[count] ?? String(count)

/** 三个承诺，做到两个 */
export function verdictOf(clocks: readonly RepairClockReply[]): string {
  const missed = clocks.filter(({ state }) => state === 'missed').length
  const met = clocks.filter(({ state }) => state === 'met').length
  const all = clocks.length
  if (all === 1) return missed === 1 ? '承诺没做到' : met === 1 ? '承诺做到了' : '物业的承诺'
  if (met === all) return `${many(all)}个承诺都做到了`
  if (missed === all) return `${many(all)}个承诺都没做到`
  if (missed > 0) return `${many(all)}个承诺，${many(missed)}个没做到`
  return met > 0 ? `${many(all)}个承诺，做到${many(met)}个` : '物业的承诺'
}

/** 到场晚了 11 分钟; for one that still runs late, up to now. */
export function missWord({ clock, metAt, missedByMinutes }: RepairClockReply): string {
  const late = missedByMinutes ? afterHan(sayLength(missedByMinutes)) : '一会儿'
  return metAt === undefined ? `${NOT_DONE[clock]}，已经晚了${late}` : `${REPAIR_CLOCKS[clock].missed}${late}`
}
