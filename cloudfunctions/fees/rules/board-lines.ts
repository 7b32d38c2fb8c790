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
  const spans = spansOf(
    posted.map((row) => ({ boardId: row.board_id, version: row.version, effectiveFrom: row.effective_from })),
  )
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

/** The grades from the best down, with one's own marked and the guide price of each, where the city has one. */
export const ladderOf = (
  grades: readonly Grade[],
  own: string,
  guides: readonly { gradeCode: string; priceE4: number }[],
) =>
  [...grades]
    .sort((one, other) => other.rank - one.rank)
    .map(({ code }, place) => {
      const guide = guides.find(({ gradeCode }) => gradeCode === code)
      return { code, best: place === 0, own: code === own, ...(guide && { guideE4: guide.priceE4 }) }
    })

export interface GradePromise {
  dimension: string
  clauseNo: string
  words: string
}

/** What two grades promise, clause by clause, as far as they differ; a clause that only one of them has stands alone. */
export function comparePromises(before: readonly GradePromise[], after: readonly GradePromise[]) {
  const clauses = [...new Map([...before, ...after].map((promise) => [promise.clauseNo, promise.dimension]))]
  const wordsOf = (promises: readonly GradePromise[], clauseNo: string) =>
    promises.find((promise) => promise.clauseNo === clauseNo)?.words
  return clauses
    .map(([clauseNo, dimension]) => ({ dimension, was: wordsOf(before, clauseNo), is: wordsOf(after, clauseNo) }))
    .filter(({ was, is }) => was !== is)
    .map(({ dimension, was, is }) => ({ dimension, ...(was && { before: was }), ...(is && { after: is }) }))
}
