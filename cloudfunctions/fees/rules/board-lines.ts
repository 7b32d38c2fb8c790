import type { BoardStanding } from '../../../types/vocabulary/fee-board'
import { spansOf, standingOn } from './board-in-force'

export interface Posted {
  board_id: string
  version: number
  effective_from: string
}

export interface VersionLine {
  boardId: string
  version: number
  effectiveFrom: string
  untilOn?: string
  standing: BoardStanding
}

/** Every posted version as one line, oldest first, with where it stands on this day. */
export function versionLines(posted: readonly Posted[], today: string): VersionLine[] {
  const spans = spansOf(posted.map((row) => ({ boardId: row.board_id, version: row.version, effectiveFrom: row.effective_from })))
  return spans.map(({ untilOn, ...span }) => ({
    ...span,
    ...(untilOn !== undefined && { untilOn }),
    standing: standingOn(today, { effectiveFrom: span.effectiveFrom, untilOn }),
  }))
}

export interface Grade {
  code: string
  rank: number
}

/** The grades from the best down, with one's own marked. */
export const ladderOf = (grades: readonly Grade[], own: string) =>
  [...grades].sort((one, other) => other.rank - one.rank).map(({ code }, place) => ({ code, best: place === 0, own: code === own }))

export interface GradePromise {
  dimension: string
  clauseNo: string
  words: string
}

/** What two grades promise, heading by heading; a heading that only one of them has stands alone. */
export function comparePromises(before: readonly GradePromise[], after: readonly GradePromise[]) {
  const headings = [...new Set([...after, ...before].map(({ dimension }) => dimension))]
  const wordsOf = (promises: readonly GradePromise[], dimension: string): string =>
    promises.filter((promise) => promise.dimension === dimension).map(({ words }) => words).join('；')
  return headings
    .map((dimension) => ({ dimension, before: wordsOf(before, dimension), after: wordsOf(after, dimension) }))
    .filter((pair) => pair.before !== pair.after)
    .map(({ dimension, before: was, after: is }) => ({ dimension, ...(was && { before: was }), ...(is && { after: is }) }))
}

