import type { Input } from '../../../types/contracts'
import type * as fees from '../../../types/contracts/fees-drafts'
import { businessDate } from '../../../types/vocabulary/dates'
import { isCommonCharge } from '../../../types/vocabulary/fee'
import type { Answer } from '../../shared/call/answer'
import type { BoardContent, BoardItem } from '../../shared/boards/board-content'
import { findContractOn } from '../../shared/boards/draft-store'
import { newItemCode, writeDraft } from '../../shared/boards/write-draft'
import { AppError } from '../../shared/call/app-error'
import type { Db } from '../../shared/db/db'
import type { Actor } from '../../shared/policy/actor'
import { getBoard, listItems, listPosted } from '../board-store'
import { contentOf } from '../board-view'
import { draftReply } from '../draft-facts'
import { ensureOwnFile } from '../draft-store'

type Written = NonNullable<Input<'fees.draftBoard'>['content']>

/**
 * Writes one's own draft, or writes it anew; each person has one. It may be half done: what is missing is asked for when
 * it is reviewed and posted. Any change voids a review.
 */
export const draftBoard: Answer<typeof fees.draftBoard> = async (
  { db, actor, now },
  { effectiveFrom, copyFrom, content: written },
) => {
  const today = businessDate(now)
  const { communityId } = actor
  const contractId =
    (await findContractOn(db, communityId, effectiveFrom)) ?? (await findContractOn(db, communityId, today))
  if (!contractId) throw new AppError('FEE_BOARD_NO_CONTRACT')
  const frame = { contractId, effectiveFrom }
  const content = copyFrom
    ? await copyOf(db, actor, copyFrom, frame)
    : written && (await contentFrom(db, actor, written, frame))
  if (!content) throw new AppError('INVALID_INPUT')
  return draftReply(db, actor, await writeDraft(db, actor, content))
}

type Frame = Pick<BoardContent, 'contractId' | 'effectiveFrom'>

/** Another version as a beginning. The decision that stood behind that one does not stand behind this one. */
async function copyOf(db: Db, actor: Actor, boardId: string, frame: Frame): Promise<BoardContent> {
  const source = await getBoard(db, actor.communityId, boardId)
  const items = await listItems(db, actor.communityId, boardId)
  return { ...contentOf(source, items), ...frame, basis: null, shownSince: null }
}

async function contentFrom(db: Db, actor: Actor, written: Written, frame: Frame): Promise<BoardContent> {
  const { facts, items, basis, shownSince } = written
  if (basis?.fileId) await ensureOwnFile(db, actor, basis.fileId)
  const isFirst = (await listPosted(db, actor.communityId)).length === 0
  return {
    ...frame,
    shownSince: isFirst ? (shownSince ?? null) : null,
    facts,
    basis: basis ? { kind: basis.kind, words: basis.words, fileId: basis.fileId ?? null } : null,
    items: items.map(itemFrom),
  }
}

/** Whether every house pays it follows from how it is charged; nobody declares it away. */
const itemFrom = ({ code, priceMostE4, ...item }: Written['items'][number]): BoardItem => ({
  ...item,
  code: code ?? newItemCode(),
  priceMostE4: priceMostE4 === undefined || priceMostE4 === item.priceE4 ? null : priceMostE4,
  isCommon: isCommonCharge(item),
})
