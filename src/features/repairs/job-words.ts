import { sayDay, sayTime } from '../../../types/vocabulary/dates'
import { REPAIR_CLOCKS } from '../../../types/vocabulary/repair'
import { minutesBetween, minutesLate, sayBroken, sayLength, sayPromise } from './promise-words'
import type { RepairCard } from './repair-words'

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

export interface Pressing {
  value: string
  unit: string
  /** What the number says: 到场还剩, 完成期限. */
  word: string
  tone: 'plain' | 'due' | 'loss'
}

/** A length in its largest unit alone, for the narrow column of a job. */
function short(minutes: number): { value: string; unit: string } {
  if (minutes < HOUR_MINUTES) return { value: String(minutes), unit: '分' }
  if (minutes < 2 * DAY_MINUTES) return { value: String(Math.floor(minutes / HOUR_MINUTES)), unit: '小时' }
  return { value: String(Math.floor(minutes / DAY_MINUTES)), unit: '天' }
}

/** Under an hour what is left, above it until when; without a promise, how long somebody has been waiting. */
export function pressingOf({ due, filedAt }: Pick<RepairCard, 'due' | 'filedAt'>, now: Date): Pressing {
  if (!due) return { ...short(minutesBetween(filedAt, now)), word: '报修以来', tone: 'plain' }
  const what = REPAIR_CLOCKS[due.clock].zh
  if (now.getTime() > Date.parse(due.dueAt)) {
    return { ...short(minutesLate(due.dueAt, now)), word: `${what}已超`, tone: 'loss' }
  }
  const left = minutesBetween(now.toISOString(), due.dueAt)
  if (left < HOUR_MINUTES) return { value: String(left), unit: '分', word: `${what}还剩`, tone: 'due' }
  return { value: sayTime(due.dueAt), unit: '', word: `${what}期限`, tone: 'plain' }
}

/** The same for the job on top, in a whole phrase and with its deadline. */
export function pressingPhrase({ due, filedAt }: Pick<RepairCard, 'due' | 'filedAt'>, now: Date) {
  if (!due)
    return { big: `报了 ${sayLength(minutesBetween(filedAt, now))}`, small: '这类报修没有约定分钟数', late: false }
  if (now.getTime() > Date.parse(due.dueAt)) {
    return {
      big: `超 ${sayLength(minutesLate(due.dueAt, now))}`,
      small: sayBroken(due.clock, due.dueAt, now),
      late: true,
    }
  }
  const left = minutesBetween(now.toISOString(), due.dueAt)
  return { big: `还剩 ${sayLength(left)}`, small: `承诺 ${sayPromise(due.clock, due.dueAt, now)}`, late: false }
}

/** By the day of what is due, in the order given; those without a promise under one heading. */
export function byDay(repairs: readonly RepairCard[], now: Date): { day: string; repairs: RepairCard[] }[] {
  const days = new Map<string, RepairCard[]>()
  for (const repair of repairs) {
    const day = dayOf(repair, now)
    days.set(day, [...(days.get(day) ?? []), repair])
  }
  return [...days].map(([day, some]) => ({ day, repairs: some }))
}

function dayOf({ due }: RepairCard, now: Date): string {
  if (!due) return '没有限时'
  return Date.parse(due.dueAt) < now.getTime() ? '今天' : sayDay(due.dueAt, now)
}
