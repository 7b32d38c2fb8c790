import sql from 'sql-template-tag'
import * as z from 'zod'
import type { BoardState } from '../../types/vocabulary/fee-board'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

/** The paper behind a decision is one that this person brought and that passed its check; else NOT_FOUND. */
export async function ensureOwnFile(db: Db, actor: Actor, fileId: string): Promise<void> {
  const row = await db.find(
    z.object({ file_id: z.string() }),
    sql`
      select file_id
      from file
      where community_id = ${actor.communityId} and file_id = ${fileId} and uploaded_by = ${actor.personId}
        and purpose = 'document' and state = 'checked'`,
  )
  if (!row) throw new AppError('NOT_FOUND')
}

interface Step {
  boardId: string
  from: BoardState
}

/** Moves a version on if it is still where it was seen. */
const guarded = async (changed: Promise<number>): Promise<void> => {
  if ((await changed) === 0) throw new AppError('WRONG_STATE')
}

export const saveReview = (db: Db, actor: Actor, { boardId, from }: Step, contentSha256: string) =>
  guarded(
    db.run(sql`
      update fee_board
      set state = 'reviewed', reviewed_by = ${actor.personId}, content_sha256 = ${contentSha256}
      where community_id = ${actor.communityId} and board_id = ${boardId} and state = ${from}`),
  )

export const savePosting = (db: Db, actor: Actor, { boardId, from }: Step, posting: { version: number; at: Date }) =>
  guarded(
    db.run(sql`
      update fee_board
      set state = 'posted', version = ${posting.version}, posted_by = ${actor.personId}, posted_at = ${posting.at}
      where community_id = ${actor.communityId} and board_id = ${boardId} and state = ${from}`),
  )

export const saveDropping = (db: Db, actor: Actor, { boardId, from }: Step) =>
  guarded(
    db.run(sql`
      update fee_board
      set state = 'dropped'
      where community_id = ${actor.communityId} and board_id = ${boardId} and state = ${from}`),
  )
