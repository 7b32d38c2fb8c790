import { daysBetween } from '../../../types/vocabulary/dates'

export interface SourceTerms {
  fromOn: string
  /** The day after the contract's last one; null where it names none. */
  untilOn: string | null
  /** In a whole quarter. */
  expectedFen: number
}

/**
 * What a contract should bring in the quarter [from, to), in fen: the whole sum, or the share of the days on which the
 * contract holds, rounded half up once.
 */
export function expectedIn({ fromOn, untilOn, expectedFen }: SourceTerms, from: string, to: string): number {
  const first = fromOn > from ? fromOn : from
  const end = untilOn !== null && untilOn < to ? untilOn : to
  const days = daysBetween(first, end)
  if (days <= 0) return 0
  const whole = daysBetween(from, to)
  return Math.floor((2 * expectedFen * days + whole) / (2 * whole))
}
