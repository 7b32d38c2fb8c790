import { addDays, sayDate, sayPeriod } from '../../../types/vocabulary/dates'
import type { ErrorCode, FieldProblem } from '../../../types/vocabulary/errors'
import { beginsQuarter, type EntryKind, quarterOf } from '../../../types/vocabulary/statement'

/** How far the books are. */
export interface BooksFacts {
  today: string
  /** Days before it are published. */
  closedBefore: string | null
  /** The day of the opening balance that stands. */
  openedOn: string | null
  /** The day of the first entry of any kind. */
  firstOn: string | null
}

export interface Booking {
  kind: EntryKind
  bookedOn: string
  /** The first day of the quarter that it puts right. */
  correctsQuarter?: string | undefined
}

export interface Unbookable {
  code: ErrorCode
  fields?: FieldProblem[]
}

const field = (path: string, message: string): Unbookable => ({ code: 'INVALID_INPUT', fields: [{ path, message }] })

/** Why an entry cannot be booked so; undefined when it can. */
export function problemOfBooking(
  { kind, bookedOn, correctsQuarter }: Booking,
  books: BooksFacts,
): Unbookable | undefined {
  const { today, closedBefore, openedOn, firstOn } = books
  if (bookedOn > today) return field('bookedOn', '日期不能晚于今天')
  if (kind === 'opening') {
    if (openedOn !== null || closedBefore !== null) return { code: 'BOOKS_BEGUN' }
    if (firstOn !== null && firstOn <= bookedOn) return { code: 'BOOKS_BEGUN' }
    if (!beginsQuarter(addDays(bookedOn, 1))) return field('bookedOn', '期初结余要记在一季的最后一天，例如 2025-12-31')
    return undefined
  }
  if (openedOn !== null && bookedOn <= openedOn) return field('bookedOn', `要晚于期初结余那一天，${sayDate(openedOn)}`)
  if (closedBefore !== null && bookedOn < closedBefore) return { code: 'BOOKS_CLOSED' }
  if (correctsQuarter !== undefined && (closedBefore === null || correctsQuarter >= closedBefore)) {
    const { from, to } = quarterOf(correctsQuarter)
    return field('correctsQuarter', `${sayPeriod(from, to)}还没公布，直接记在那一季就行`)
  }
  return undefined
}

/**
 * The quarter that is to be published next: the one after the last published, else the one after the opening balance, else
 * that of the first entry; with no entry at all the running one.
 */
export function nextQuarter({ today, closedBefore, openedOn, firstOn }: BooksFacts): { from: string; to: string } {
  if (closedBefore !== null) return quarterOf(closedBefore)
  if (openedOn !== null) return quarterOf(addDays(openedOn, 1))
  return quarterOf(firstOn ?? today)
}

/** The day on which a reversal is booked: the entry's own while its quarter is open, else today. */
export const reversalDay = (bookedOn: string, { today, closedBefore }: BooksFacts): string =>
  closedBefore !== null && bookedOn < closedBefore ? today : bookedOn

/** A quarter as the ledger names it: `2026-04-01` is `2026-Q2`. */
export const quarterName = (from: string): string => `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`

/** The first day of a quarter by the ledger's name. */
export const quarterFrom = (name: string): string =>
  `${name.slice(0, 4)}-${String(Number(name.slice(6)) * 3 - 2).padStart(2, '0')}-01`
