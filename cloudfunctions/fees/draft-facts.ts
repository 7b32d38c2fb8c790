import { businessDate } from '../../types/vocabulary/dates'
import type { Db } from '../shared/db/db'
import { movesFrom, type Standing } from '../shared/machine/machine'
import { countsAsSamePerson } from '../shared/people/same-person-store'
import type { Actor } from '../shared/policy/actor'
import { type BoardRow, findPlace, getBoard, listItems, listPosted, type PostedRow } from './board-store'
import { type WholeBoard, wholeBoard } from './board-view'
import { contentHash } from './content-hash'
import { BOARD_MACHINE } from '../shared/boards/board-machine'
import type { Readiness } from './rules/board-ready'

/** Where the actor stands towards a version: persons are compared, so another seat of the author is still the author. */
export const standingTo = (row: Pick<BoardRow, 'drafted_by'>, actor: Actor): Standing => ({
  role: actor.role,
  isAuthor: row.drafted_by === actor.personId,
})

/** A version that is being made, with the posted one it follows and what the law demands of it today. */
export interface DraftFacts {
  whole: WholeBoard
  follows: PostedRow | undefined
  readiness: Readiness
}

export async function draftFacts(db: Db, actor: Actor, row: BoardRow, now: Date): Promise<DraftFacts> {
  const { communityId } = actor
  const whole = await wholeBoard(db, communityId, row)
  const [follows] = (await listPosted(db, communityId)).filter(({ board_id }) => board_id !== row.board_id)
  const { notice_months } = await findPlace(db, communityId)
  const before = follows && {
    effectiveFrom: follows.effective_from,
    items: await listItems(db, communityId, follows.board_id),
  }
  return {
    whole,
    follows,
    readiness: { before, terms: whole.terms, noticeMonths: notice_months, postedOn: businessDate(now) },
  }
}

/** What every act on a version answers: where it stands now and what this person may do next. */
export async function draftReply(db: Db, actor: Actor, boardId: string) {
  const row = await getBoard(db, actor.communityId, boardId)
  const { content } = await wholeBoard(db, actor.communityId, row)
  return {
    boardId,
    state: row.state,
    contentSha256: contentHash(content),
    moves: await movesOf(db, actor, row),
  }
}

/** Another account of the author is offered nothing that the author is not: one telephone number counts as one person. */
async function movesOf(db: Db, actor: Actor, row: BoardRow) {
  const standing = standingTo(row, actor)
  const moves = movesFrom(BOARD_MACHINE, row.state, standing)
  if (standing.isAuthor || !(await countsAsSamePerson(db, actor, row.drafted_by))) return moves
  const asAuthor = movesFrom(BOARD_MACHINE, row.state, { ...standing, isAuthor: true })
  return moves.filter(({ act }) => asAuthor.some((move) => move.act === act))
}
