import type { Db } from '../db/db'
import { newId } from '../db/ids'
import { move } from '../machine/machine'
import type { Actor } from '../policy/actor'
import type { BoardContent } from './board-content'
import { BOARD_MACHINE } from './board-machine'
import { insertDraft, lockOwnDraft, replaceItems, updateDraft } from './draft-store'

/** A charge that no version of the board had before gets a code of its own. */
export const newItemCode = (): string => `item_${newId().replaceAll('-', '').slice(-12)}`

/** Writes the actor's own draft, or writes it anew, and gives its id. Any change voids a review. */
export async function writeDraft(db: Db, actor: Actor, content: BoardContent): Promise<string> {
  const open = await lockOwnDraft(db, actor)
  const boardId = open?.board_id ?? newId()
  if (open) {
    move(BOARD_MACHINE, open.state, 'change', { role: actor.role, isAuthor: true })
    await updateDraft(db, actor, boardId, content)
  } else {
    await insertDraft(db, actor, boardId, content)
  }
  await replaceItems(
    db,
    actor.communityId,
    boardId,
    content.items.map((item) => ({ ...item, feeItemId: newId() })),
  )
  return boardId
}
