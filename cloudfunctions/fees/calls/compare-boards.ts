import type * as fees from '../../../types/contracts/fees'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { getBoard, listPosted } from '../board-store'
import { sayBasis, sayItem, wholeBoard } from '../board-view'
import { compareItems, type ComparedItem } from '../rules/board-compare'
import { comparePromises, versionLines } from '../rules/board-lines'

/** Two posted versions side by side: what is new, gone, dearer or cheaper, and what the grades promise. */
export const compareBoards: Answer<typeof fees.compareBoards> = async ({ db, now }, { communityId, before, after }) => {
  const versions = versionLines(await listPosted(db, communityId), businessDate(now))
  const [earlier, later] = [before, after].map((boardId) => versions.find((version) => version.boardId === boardId))
  if (!earlier || !later) throw new AppError('NOT_FOUND')
  const was = await wholeBoard(db, communityId, await getBoard(db, communityId, before))
  const is = await wholeBoard(db, communityId, await getBoard(db, communityId, after))
  return {
    before: earlier,
    after: {
      ...later,
      postedAt: (is.row.posted_at ?? now).toISOString(),
      ...sayBasis(is.content),
    },
    items: compareItems(was.content.items, is.content.items).map(sayCompared),
    promises: comparePromises(was.promises, is.promises),
  }
}

export const sayCompared = ({ code, change, before, after }: ComparedItem) => ({
  code,
  change,
  ...(before && { before: sayItem(before) }),
  ...(after && { after: sayItem(after) }),
})
