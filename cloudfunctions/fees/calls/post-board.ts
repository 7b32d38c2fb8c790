import type * as fees from '../../../types/contracts/fees-drafts'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { move } from '../../shared/machine/machine'
import { lockBoard, lockPosting } from '../board-store'
import { contentHash } from '../content-hash'
import { draftFacts, draftReply, standingTo } from '../draft-facts'
import { savePosting } from '../draft-store'
import { BOARD_MACHINE } from '../../shared/boards/board-machine'
import { obstaclesTo } from '../rules/board-ready'

/**
 * The manager posts what was reviewed, and nothing else; it gets its number, and every resident is told. The notice runs
 * from this day, so what was early enough when it was reviewed may be too late now.
 */
export const postBoard: Answer<typeof fees.postBoard> = async (
  { db, actor, now, tell },
  { boardId, contentSha256 },
) => {
  await lockPosting(db, actor.communityId)
  const row = await lockBoard(db, actor.communityId, boardId)
  move(BOARD_MACHINE, row.state, 'post', standingTo(row, actor))
  const { whole, readiness, follows } = await draftFacts(db, actor, row, now)
  const hash = contentHash(whole.content)
  if (hash !== row.content_sha256 || hash !== contentSha256) throw new AppError('FEE_BOARD_CHANGED')
  const [obstacle] = obstaclesTo(whole.content, readiness)
  if (obstacle) throw new AppError(obstacle.code, { fields: obstacle.fields })
  const version = (follows?.version ?? 0) + 1
  await savePosting(db, actor, { boardId, from: row.state }, { version, at: now })
  await tell({ everyone: 'residents' }, 'boardPosted', boardId)
  return { ...(await draftReply(db, actor, boardId)), version }
}
