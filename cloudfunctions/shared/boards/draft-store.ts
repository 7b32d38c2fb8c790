import sql from 'sql-template-tag'
import * as z from 'zod'
import { BASIS_KIND_IDS, BOARD_FACT_IDS, BOARD_STATE_IDS, PRICE_REGIME_IDS } from '../../../types/vocabulary/fee-board'
import { refuseOn } from '../db/constraint'
import type { Db } from '../db/db'
import type { Actor } from '../policy/actor'
import type { BoardContent, BoardFacts, BoardItem } from './board-content'

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

const factShape = Object.fromEntries(BOARD_FACT_IDS.map((key) => [key, z.string()])) as Record<
  (typeof BOARD_FACT_IDS)[number],
  z.ZodString
>
/** What a board states in words, as the column `facts` keeps it. */
export const BoardFactsColumn = z.object({ ...factShape, priceRegime: z.enum(PRICE_REGIME_IDS) })

const BeginningRow = z.object({
  notice_months: z.int(),
  state: z.enum(BOARD_STATE_IDS).nullable(),
  effective_from: z.string().nullable(),
  shown_since: z.string().nullable(),
  facts: BoardFactsColumn.nullable(),
  basis_kind: z.enum(BASIS_KIND_IDS).nullable(),
  basis_words: z.string().nullable(),
  basis_file_id: z.string().nullable(),
})

/** What a list of items is put into: one's own draft as it stands, else the words of the posted version that takes effect last. */
export interface Beginning {
  noticeMonths: number
  facts: BoardFacts
  ownDraft?: Pick<BoardContent, 'effectiveFrom' | 'shownSince' | 'basis'>
}

export async function findBeginning(db: Db, actor: Actor): Promise<Beginning> {
  const row = await db.one(
    BeginningRow,
    sql`
      select pack.price_notice_months as notice_months, board.state, board.effective_from, board.shown_since, board.facts,
        board.basis_kind, board.basis_words, board.basis_file_id
      from community
      join rule_pack pack on pack.rule_pack_id = community.rule_pack_id
      left join lateral (
        select state, effective_from, shown_since, facts, basis_kind, basis_words, basis_file_id
        from fee_board
        where community_id = ${actor.communityId}
          and (state = 'posted' or drafted_by = ${actor.personId} and state in ('draft', 'reviewed'))
        order by state = 'posted', effective_from desc
        limit 1
      ) board on true
      where community.community_id = ${actor.communityId}`,
  )
  const { basis_kind, basis_words, basis_file_id } = row
  return {
    noticeMonths: row.notice_months,
    facts: row.facts ?? NO_FACTS,
    ...(row.state !== null &&
      row.state !== 'posted' &&
      row.effective_from !== null && {
        ownDraft: {
          effectiveFrom: row.effective_from,
          shownSince: row.shown_since,
          basis: basis_kind && { kind: basis_kind, words: basis_words ?? '', fileId: basis_file_id },
        },
      }),
  }
}

const NO_FACTS: BoardFacts = {
  payers: '',
  services: '',
  chargeMethod: '',
  chargeStart: '',
  payMethods: '',
  specialService: '',
  complaintPhone: '',
  reportPhone: '',
  priceRegime: 'guide',
}
