import { addDays, daysBetween, sayPeriod } from '../../../types/vocabulary/dates'
import { sayYuan } from '../../../types/vocabulary/money'
import { quarterOf, type EntryCategory } from '../../../types/vocabulary/statement'
import type { Cockpit, Line, Source, Statement } from './account-reads'

/** `2026-04-01` as 2026 年第 2 季度. */
export const quarterWord = (from: string): string => sayPeriod(from, quarterOf(from).to)

/** `2026-04-01` as 26 二, under a column. */
export const quarterShort = (from: string): string =>
  `${from.slice(2, 4)} ${'一二三四'[(Number(from.slice(5, 7)) - 1) / 3] ?? ''}`

/** `2026-04-15` as 4 月 15 日. */
export const dayWord = (date: string): string => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

/** 迟了 3 天公布, or that it came in time. */
export const latenessWord = ({ lateDays }: Pick<Statement, 'lateDays'>): string =>
  lateDays > 0 ? `迟了 ${lateDays} 天公布` : '按时公布'

export const latenessNote = ({ dueOn, publishedOn, lateDays }: Statement): string =>
  lateDays > 0
    ? `应在 ${dayWord(dueOn)}前，${dayWord(publishedOn)}才公布`
    : `应在 ${dayWord(dueOn)}前，${dayWord(publishedOn)}公布`

/** The last day on which one may object, and how many are left; undefined once the window is closed. */
export function objectionWord({ objectionUntil }: Statement, today: string): string | undefined {
  const left = daysBetween(today, objectionUntil)
  return left > 0 ? `可以提异议到 ${dayWord(addDays(objectionUntil, -1))} · 还有 ${left} 天` : undefined
}

/** A hash as a label; the whole of it is shown on request. */
export const hashLabel = (hash: string): string => hash.slice(0, 12)

/** What a category should have brought, brought, and why there is less. */
export interface CategoryBar {
  category: EntryCategory
  expectedFen: number
  receivedFen: number
  notes: string[]
}

/** Income by category beside what the contracts say, the largest first. */
export function barsOf(lines: readonly Line[], sources: readonly Source[]): CategoryBar[] {
  const bars = new Map<EntryCategory, CategoryBar>()
  const barOf = (category: EntryCategory): CategoryBar => {
    const known = bars.get(category) ?? { category, expectedFen: 0, receivedFen: 0, notes: [] }
    bars.set(category, known)
    return known
  }
  for (const { kind, category, amountFen } of lines) if (kind === 'income') barOf(category).receivedFen += amountFen
  for (const { category, expectedFen, note } of sources) {
    const bar = barOf(category)
    bar.expectedFen += expectedFen
    if (note !== undefined) bar.notes.push(note)
  }
  const most = (bar: CategoryBar) => Math.max(bar.expectedFen, bar.receivedFen)
  return [...bars.values()].sort((one, other) => most(other) - most(one))
}

export const shortOf = ({ expectedFen, receivedFen }: Pick<CategoryBar, 'expectedFen' | 'receivedFen'>): number =>
  Math.max(0, expectedFen - receivedFen)

/** A share of a whole in hundredths with one decimal, for a width. */
export const widthOf = (part: number, whole: number): string =>
  whole <= 0 ? '0%' : `${Math.round((Math.max(0, part) * 1000) / whole) / 10}%`

/** An amount with its sign in words, for what can stand below nothing. */
export const signedYuan = (fen: number): string => (fen < 0 ? `负 ${sayYuan(fen)}` : sayYuan(fen))

/** Whether the quarter still runs: then what has not come is no gap yet. */
export const isRunning = ({ checks }: Pick<Cockpit, 'checks'>): boolean =>
  checks.some(({ check, standing }) => check === 'over' && standing !== 'done')
