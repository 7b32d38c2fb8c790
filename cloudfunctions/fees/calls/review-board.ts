import type * as fees from '../../../types/contracts/fees-drafts'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { move } from '../../shared/machine/machine'
import { countsAsSamePerson } from '../../shared/people/same-person-store'
import { lockBoard } from '../board-store'
import { contentHash } from '../content-hash'
import { draftFacts, draftReply, standingTo } from '../draft-facts'
import { saveReview } from '../draft-store'
import { BOARD_MACHINE } from '../../shared/boards/board-machine'
import { obstaclesTo } from '../rules/board-ready'

/** A second employee has read the draft and vouches for it: its fingerprint is fixed, and nothing else can be posted. */
export const reviewBoard: Answer<typeof fees.reviewBoard> = async ({ db, actor, now }, { boardId, contentSha256 }) => {
  const row = await lockBoard(db, actor.communityId, boardId)
  const standing = standingTo(row, actor)
  if (await countsAsSamePerson(db, actor, row.drafted_by)) throw new AppError('FEE_BOARD_SAME_PERSON')
  move(BOARD_MACHINE, row.state, 'review', standing)
  const { whole, readiness } = await draftFacts(db, actor, row, now)
  if (contentHash(whole.content) !== contentSha256) throw new AppError('FEE_BOARD_CHANGED')
  const [obstacle] = obstaclesTo(whole.content, readiness)
  if (obstacle) throw new AppError(obstacle.code, { fields: obstacle.fields })
  await saveReview(db, actor, { boardId, from: row.state }, contentSha256)
  return draftReply(db, actor, boardId)
}
