import type { BoardStanding } from '../../../types/vocabulary/fee-board'

export interface PostedVersion {
  boardId: string
  effectiveFrom: string
}

/** Posted versions with the days over which each holds, half-open, oldest first: the next one ends the one before. */
export function spansOf<V extends PostedVersion>(posted: readonly V[]): (V & { untilOn: string | undefined })[] {
  const inOrder = [...posted].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
  return inOrder.map((version, place) => ({ ...version, untilOn: inOrder[place + 1]?.effectiveFrom }))
}

export function standingOn(
  day: string,
  { effectiveFrom, untilOn }: { effectiveFrom: string; untilOn: string | undefined },
): BoardStanding {
  if (day < effectiveFrom) return 'upcoming'
  return untilOn === undefined || day < untilOn ? 'inForce' : 'superseded'
}

/** The version in force on a day, or undefined: before the first one nothing may be charged. */
export const inForceOn = <V extends PostedVersion>(day: string, posted: readonly V[]): V | undefined =>
  spansOf(posted).find((span) => standingOn(day, span) === 'inForce')
