import { BILL_PERIODS, type BillPeriod } from '../../../types/vocabulary/bill'

/** Days [from, to). */
export interface Period {
  from: string
  to: string
}

/** The first day of the month that lies so many months after this one. */
function monthsAfter(first: string, months: number): string {
  const count = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

/** The period of a kind that begins on this first of a month. */
export const periodOf = (kind: BillPeriod, from: string): Period => ({
  from,
  to: monthsAfter(from, BILL_PERIODS[kind].months),
})

/** The period of the same kind just before. */
export const periodBefore = (kind: BillPeriod, from: string): Period => ({
  from: monthsAfter(from, -BILL_PERIODS[kind].months),
  to: from,
})
