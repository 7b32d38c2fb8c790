import type * as fees from '../../../types/contracts/fees-drafts'
import { ERRORS } from '../../../types/vocabulary/errors'
import type { Answer } from '../../shared/call/answer'
import { findName, getBoard } from '../board-store'
import { sayVersion } from '../board-view'
import { draftFacts, draftReply } from '../draft-facts'
import { compareItems } from '../rules/board-compare'
import { demandsOf, obstaclesTo } from '../rules/board-ready'
import { sayCompared } from './compare-boards'

/** A version that is being made: what it says, what it changes, and what still stands in its way. */
export const readDraft: Answer<typeof fees.readDraft> = async ({ db, actor, now }, { boardId }) => {
  const { communityId } = actor
  const row = await getBoard(db, communityId, boardId)
  const { whole, follows, readiness } = await draftFacts(db, actor, row, now)
  const { content } = whole
  const reviewedBy = row.reviewed_by ? await findName(db, communityId, row.reviewed_by) : undefined
  return {
    ...sayVersion(whole),
    ...(await draftReply(db, actor, boardId)),
    ...(row.version !== null && { version: row.version }),
    draftedBy: (await findName(db, communityId, row.drafted_by)) ?? '同事',
    ...(reviewedBy !== undefined && { reviewedBy }),
    mine: row.drafted_by === actor.personId,
    ...(follows && {
      follows: { boardId: follows.board_id, version: follows.version, effectiveFrom: follows.effective_from },
    }),
    changes: readiness.before ? compareItems(readiness.before.items, content.items).map(sayCompared) : [],
    demands: { ...demandsOf(content, readiness), noticeMonths: readiness.noticeMonths },
    obstacles: obstaclesTo(content, readiness).map(({ code, fields }) => ({ code, message: ERRORS[code].zh, fields })),
    now: now.toISOString(),
  }
}
