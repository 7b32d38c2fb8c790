import sql from 'sql-template-tag'
import * as z from 'zod'
import type { BoardState } from '../../types/vocabulary/fee-board'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import { refuseOn } from '../shared/db/constraint'
import type { Actor } from '../shared/policy/actor'
import type { BoardContent, BoardItem } from './rules/board-content'

/** One's own open draft, held until the end of the transaction. */
export const lockOwnDraft = (db: Db, actor: Actor) =>
  db.find(
    z.object({ board_id: z.string(), state: z.enum(['draft', 'reviewed']) }),
    sql`
      select board_id, state
      from fee_board
      where community_id = ${actor.communityId} and drafted_by = ${actor.personId} and state in ('draft', 'reviewed')
      for update`,
  )

/** Two devices of one person may begin at the same moment: the later one writes over the draft of the first. */
export const insertDraft = (db: Db, actor: Actor, boardId: string, content: BoardContent) =>
  refuseOn(
    { fee_board_own_draft: 'WRONG_STATE' },
    db.run(sql`
      insert into fee_board (community_id, board_id, contract_id, state, effective_from, shown_since, facts,
        basis_kind, basis_words, basis_file_id, drafted_by)
      values (${actor.communityId}, ${boardId}, ${content.contractId}, 'draft', ${content.effectiveFrom}, ${content.shownSince},
        ${JSON.stringify(content.facts)}::jsonb, ${content.basis?.kind ?? null}, ${content.basis?.words ?? null},
        ${content.basis?.fileId ?? null}, ${actor.personId})`),
  )

/** Writes a draft anew. Whatever was reviewed is no longer. */
export const updateDraft = (db: Db, actor: Actor, boardId: string, content: BoardContent) =>
  db.run(sql`
    update fee_board
    set contract_id = ${content.contractId}, state = 'draft', effective_from = ${content.effectiveFrom},
      shown_since = ${content.shownSince}, facts = ${JSON.stringify(content.facts)}::jsonb,
      basis_kind = ${content.basis?.kind ?? null}, basis_words = ${content.basis?.words ?? null},
      basis_file_id = ${content.basis?.fileId ?? null}, content_sha256 = null, reviewed_by = null
    where community_id = ${actor.communityId} and board_id = ${boardId}`)

/** The items of a draft, all of them at once. */
export async function replaceItems(
  db: Db,
  communityId: string,
  boardId: string,
  items: readonly (BoardItem & { feeItemId: string })[],
): Promise<void> {
  await db.run(sql`delete from fee_item where community_id = ${communityId} and board_id = ${boardId}`)
  const rows = items.map((item, index) => ({ ...item, place: index + 1 }))
  await db.run(sql`
    insert into fee_item (community_id, fee_item_id, board_id, code, place, name, kind, tier, per, price_e4, price_most_e4,
      unit_words, basis_words, is_common)
    select ${communityId}::uuid, "feeItemId", ${boardId}::uuid, code, place, name, kind, tier, per, "priceE4", "priceMostE4",
      "unitWords", "basisWords", "isCommon"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item (
      "feeItemId" uuid, code text, place integer, name text, kind text, tier text, per text, "priceE4" bigint,
      "priceMostE4" bigint, "unitWords" text, "basisWords" text, "isCommon" boolean)`)
}

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
