import sql from 'sql-template-tag'
import * as z from 'zod'
import { refuseOn } from '../db/constraint'
import type { Db } from '../db/db'
import type { Actor } from '../policy/actor'
import type { BoardContent, BoardItem } from './board-content'

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

/** The contract that covers a day, or undefined; of several the latest. */
export async function findContractOn(db: Db, communityId: string, day: string): Promise<string | undefined> {
  const row = await db.find(
    z.object({ contract_id: z.string() }),
    sql`
      select contract_id
      from service_contract
      where community_id = ${communityId} and from_on <= ${day} and (until_on is null or ${day} < until_on)
      order by from_on desc
      limit 1`,
  )
  return row?.contract_id
}
