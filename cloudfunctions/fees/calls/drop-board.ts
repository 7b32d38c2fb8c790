import type * as fees from '../../../types/contracts/fees-drafts'
import type { Answer } from '../../shared/call/answer'
import { move } from '../../shared/machine/machine'
import { lockBoard } from '../board-store'
import { draftReply, standingTo } from '../draft-facts'
import { saveDropping } from '../draft-store'
import { BOARD_MACHINE } from '../../shared/boards/board-machine'

/** A draft that will not be posted is put aside; what was posted cannot be. */
export const dropBoard: Answer<typeof fees.dropBoard> = async ({ db, actor }, { boardId }) => {
  const row = await lockBoard(db, actor.communityId, boardId)
  move(BOARD_MACHINE, row.state, 'drop', standingTo(row, actor))
  await saveDropping(db, actor, { boardId, from: row.state })
  return draftReply(db, actor, boardId)
}
