import type * as fees from '../../../types/contracts/fees-drafts'
import { businessDate } from '../../../types/vocabulary/dates'
import { BOARD_LIMITS } from '../../../types/vocabulary/fee-board'
import type { Answer } from '../../shared/call/answer'
import { reachOf } from '../../shared/policy/policy'
import { findContractOn } from '../../shared/boards/draft-store'
import { listAll, listPosted } from '../board-store'
import { versionLines } from '../rules/board-lines'

/** Every version for those who make them, with where each posted one stands today. */
export const listBoards: Answer<typeof fees.listBoards> = async ({ db, actor, now }) => {
  const today = businessDate(now)
  const lines = versionLines(await listPosted(db, actor.communityId), today)
  const rows = await listAll(db, actor.communityId, { withDropped: false, most: BOARD_LIMITS.draftsShown })
  return {
    boards: rows.map((row) => {
      const standing = lines.find(({ boardId }) => boardId === row.board_id)?.standing
      return {
        boardId: row.board_id,
        state: row.state,
        effectiveFrom: row.effective_from,
        draftedBy: row.drafter ?? '同事',
        mine: row.drafted_by === actor.personId,
        items: row.items,
        ...(row.version !== null && { version: row.version }),
        ...(standing && { standing }),
      }
    }),
    hasContract: (await findContractOn(db, actor.communityId, today)) !== undefined,
    mayDraft: reachOf('fees.draftBoard', actor.role) !== undefined,
    now: now.toISOString(),
  }
}
