import sql, { empty } from 'sql-template-tag'
import * as z from 'zod'
import { CHARGE_MODE_IDS, FEE_KIND_IDS, FEE_PERIOD_IDS, FEE_TIER_IDS } from '../../types/vocabulary/fee'
import { BASIS_KIND_IDS, BOARD_STATE_IDS } from '../../types/vocabulary/fee-board'
import { BoardFactsColumn } from '../shared/boards/draft-store'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'

const BoardRow = z.object({
  board_id: z.string(),
  version: z.int().nullable(),
  contract_id: z.string(),
  state: z.enum(BOARD_STATE_IDS),
  effective_from: z.string(),
  shown_since: z.string().nullable(),
  facts: BoardFactsColumn,
  basis_kind: z.enum(BASIS_KIND_IDS).nullable(),
  basis_words: z.string().nullable(),
  basis_file_id: z.string().nullable(),
  content_sha256: z.string().nullable(),
  drafted_by: z.string(),
  reviewed_by: z.string().nullable(),
  posted_at: z.date().nullable(),
})
export type BoardRow = z.output<typeof BoardRow>

const BOARD_COLUMNS = sql`
  board_id, version, contract_id, state, effective_from, shown_since, facts, basis_kind, basis_words, basis_file_id,
  content_sha256, drafted_by, reviewed_by, posted_at`

/** A version of this community, draft or posted, or NOT_FOUND. Strangers see posted ones alone: row-level security. */
export async function getBoard(db: Db, communityId: string, boardId: string): Promise<BoardRow> {
  const row = await db.find(
    BoardRow,
    sql`select ${BOARD_COLUMNS} from fee_board where community_id = ${communityId} and board_id = ${boardId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** The same, held until the end of the transaction, so that nobody changes what is being signed. */
export async function lockBoard(db: Db, communityId: string, boardId: string): Promise<BoardRow> {
  const row = await db.find(
    BoardRow,
    sql`select ${BOARD_COLUMNS} from fee_board where community_id = ${communityId} and board_id = ${boardId} for update`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** Two managers do not post at once: version numbers have no gaps and no twins. */
export const lockPosting = (db: Db, communityId: string) =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`fee board ${communityId}`}, 0))`)

const PostedRow = z.object({
  board_id: z.string(),
  version: z.int(),
  contract_id: z.string(),
  effective_from: z.string(),
  posted_at: z.date(),
})
export type PostedRow = z.output<typeof PostedRow>

/** Every posted version, the one that takes effect last first. */
export const listPosted = (db: Db, communityId: string): Promise<PostedRow[]> =>
  db.many(
    PostedRow,
    sql`
      select board_id, version, contract_id, effective_from, posted_at
      from fee_board
      where community_id = ${communityId} and state = 'posted'
      order by effective_from desc
      limit 200`,
  )

const ItemRow = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(FEE_KIND_IDS),
    tier: z.enum(FEE_TIER_IDS),
    per: z.enum(FEE_PERIOD_IDS),
    price_e4: z.int(),
    price_most_e4: z.int().nullable(),
    unit_words: z.string(),
    basis_words: z.string(),
    is_common: z.boolean(),
  })
  .transform((row) => ({
    code: row.code,
    name: row.name,
    kind: row.kind,
    tier: row.tier,
    per: row.per,
    priceE4: row.price_e4,
    priceMostE4: row.price_most_e4,
    unitWords: row.unit_words,
    basisWords: row.basis_words,
    isCommon: row.is_common,
  }))

export const listItems = (db: Db, communityId: string, boardId: string) =>
  db.many(
    ItemRow,
    sql`
      select code, name, kind, tier, per, price_e4, price_most_e4, unit_words, basis_words, is_common
      from fee_item
      where community_id = ${communityId} and board_id = ${boardId}
      order by place
      limit 100`,
  )

const TermsRow = z.object({
  number: z.string(),
  charge_mode: z.enum(CHARGE_MODE_IDS),
  enterprise_name: z.string(),
  standard_id: z.string(),
  standard_name: z.string(),
  grade_code: z.string(),
})
export type TermsRow = z.output<typeof TermsRow>

/** What the contract behind a version says: who serves, at which grade, in which charge mode. */
export const getTerms = (db: Db, communityId: string, contractId: string): Promise<TermsRow> =>
  db.one(
    TermsRow,
    sql`
      select contract.number, contract.charge_mode, enterprise.name as enterprise_name, contract.standard_id,
        grade.standard_name, contract.grade_code
      from service_contract contract
      join enterprise on enterprise.enterprise_id = contract.enterprise_id
      join grade on grade.standard_id = contract.standard_id and grade.code = contract.grade_code
      where contract.community_id = ${communityId} and contract.contract_id = ${contractId}`,
  )

/** The grades of a standard, the best first. */
export const listGrades = (db: Db, standardId: string) =>
  db.many(
    z.object({ code: z.string(), rank: z.int() }),
    sql`select code, rank from grade where standard_id = ${standardId} order by rank desc limit 20`,
  )

export const listPromises = (db: Db, standardId: string, gradeCode: string) =>
  db.many(
    z
      .object({ dimension: z.string(), clause_no: z.string(), words: z.string() })
      .transform(({ dimension, clause_no, words }) => ({ dimension, clauseNo: clause_no, words })),
    sql`
      select dimension, clause_no, words
      from grade_promise
      where standard_id = ${standardId} and grade_code = ${gradeCode}
      order by place
      limit 100`,
  )

/** The name of the community and the months of notice that its place demands. */
export async function findPlace(db: Db, communityId: string): Promise<{ name: string; notice_months: number }> {
  const row = await db.find(
    z.object({ name: z.string(), notice_months: z.int() }),
    sql`
      select community.name, pack.price_notice_months as notice_months
      from community
      join rule_pack pack on pack.rule_pack_id = community.rule_pack_id
      where community.community_id = ${communityId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export const listPhones = (db: Db, communityId: string) =>
  db.many(
    z.object({ label: z.string(), number: z.string(), hours: z.string() }),
    sql`select label, number, hours from community_phone where community_id = ${communityId} order by place limit 20`,
  )

/** Every version for those who make them: drafts first, then what is posted, the latest first. */
export const listAll = (db: Db, communityId: string, { withDropped, most }: { withDropped: boolean; most: number }) =>
  db.many(
    z.object({
      board_id: z.string(),
      version: z.int().nullable(),
      state: z.enum(BOARD_STATE_IDS),
      effective_from: z.string(),
      drafted_by: z.string(),
      drafter: z.string().nullable(),
      items: z.int(),
    }),
    sql`
      select board.board_id, board.version, board.state, board.effective_from, board.drafted_by, contact.name as drafter,
        (select count(*)::integer from fee_item item
          where item.community_id = board.community_id and item.board_id = board.board_id) as items
      from fee_board board
      left join contact on contact.community_id = board.community_id and contact.person_id = board.drafted_by
      where board.community_id = ${communityId} ${withDropped ? empty : sql`and board.state <> 'dropped'`}
      order by board.state = 'posted', board.effective_from desc, board.board_id desc
      limit ${most}`,
  )

export async function findName(db: Db, communityId: string, personId: string): Promise<string | undefined> {
  const row = await db.find(
    z.object({ name: z.string() }),
    sql`select name from contact where community_id = ${communityId} and person_id = ${personId}`,
  )
  return row?.name
}

export async function findAreaOn(
  db: Db,
  communityId: string,
  houseId: string,
  day: string,
): Promise<number | undefined> {
  const row = await db.find(
    z.object({ area100: z.int() }),
    sql`
      select area100
      from house_area
      where community_id = ${communityId} and house_id = ${houseId} and from_on <= ${day}
      order by from_on desc
      limit 1`,
  )
  return row?.area100
}
