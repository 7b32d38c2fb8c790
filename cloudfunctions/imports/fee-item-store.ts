import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { addMonths } from '../../types/vocabulary/dates'
import { FEE_KIND_IDS, FEE_LIMITS, FEE_PERIOD_IDS, FEE_TIER_IDS, isCommonCharge } from '../../types/vocabulary/fee'
import type { BoardItem } from '../shared/boards/board-content'
import { findBeginning, findContractOn } from '../shared/boards/draft-store'
import { newItemCode, writeDraft } from '../shared/boards/write-draft'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { Moment, RegisterStore } from './register-store'
import { KNOWN_FEE_NAMES } from './rules/fee-register'
import { priceRange } from './rules/number-columns'
import { stagedRows } from './staging-store'

/** What the file is compared with: one's own open draft, else the posted version that takes effect last. */
const standingItems = (actor: Actor): Sql => sql`
  select item.fee_item_id, item.code, item.name, item.kind, item.tier, item.per, item.price_e4, item.price_most_e4,
    item.unit_words, item.basis_words, item.place
  from fee_item item
  where item.community_id = ${actor.communityId} and item.board_id = (
    select board_id from fee_board board
    where board.community_id = ${actor.communityId}
      and (board.state = 'posted' or board.drafted_by = ${actor.personId} and board.state in ('draft', 'reviewed'))
    order by board.state = 'posted', board.effective_from desc
    limit 1)`

/** Each staged item with the standing one that it means: of the same name, else the same usual charge under another name. */
const matched = (actor: Actor, importId: string): Sql => sql`
  with given as (
    select staged.row_no, staged.facts, staged.new_id, staged.change, known.code
    from (${stagedRows(actor, importId)}) staged
    left join unnest(${KNOWN_FEE_NAMES.map(({ name }) => name)}::text[], ${KNOWN_FEE_NAMES.map(({ code }) => code)}::text[])
      as known (name, code) on known.name = staged.facts ->> 'name'
  ), standing as (${standingItems(actor)}), named as (
    select given.row_no, standing.fee_item_id from given join standing on standing.name = given.facts ->> 'name'
  ), renamed as (
    select given.row_no, standing.fee_item_id
    from given
    join standing on standing.code = given.code
    where given.row_no not in (select row_no from named) and standing.fee_item_id not in (select fee_item_id from named)
  )
  select given.row_no, given.facts, given.new_id, given.change, given.code as usual_code, standing.fee_item_id,
    standing.code as standing_code, standing.name, standing.kind, standing.tier, standing.per, standing.price_e4,
    standing.price_most_e4, standing.unit_words, standing.basis_words
  from given
  left join (select row_no, fee_item_id from named union all select row_no, fee_item_id from renamed) found
    on found.row_no = given.row_no
  left join standing on standing.fee_item_id = found.fee_item_id`

/** The first row also tells which standing items the file leaves out: the file is the whole list. */
const currentItems = (actor: Actor, importId: string): Sql => sql`
  with pair as (${matched(actor, importId)}), leaving as (
    select string_agg(name, '、' order by place) as names
    from (${standingItems(actor)}) standing
    where fee_item_id not in (select fee_item_id from pair where fee_item_id is not null)
  )
  select pair.row_no, coalesce(pair.fee_item_id, pair.new_id) as target_id,
    case when pair.fee_item_id is not null or told.names is not null then jsonb_strip_nulls(jsonb_build_object(
      'name', pair.name, 'kind', pair.kind, 'tier', pair.tier, 'per', pair.per,
      'price', pair.price_e4 || coalesce('-' || pair.price_most_e4, ''), 'unitWords', pair.unit_words,
      'basisWords', pair.basis_words, 'leaving', told.names)) end as before
  from pair
  left join leaving told on pair.row_no = (select min(row_no) from pair)`

const noteTooMany = async (db: Db, actor: Actor, importId: string): Promise<void> => {
  await db.run(sql`
    insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
    select ${actor.communityId}, ${importId}, row_no, 101, '整行', ${`一份公示最多 ${FEE_LIMITS.itemsMax} 项`}, '合并或删去多出来的项目'
    from (
      select row_no, row_number() over (order by row_no) as place
      from import_row
      where community_id = ${actor.communityId} and import_id = ${importId}
    ) numbered
    where place > ${FEE_LIMITS.itemsMax}`)
}

const StagedItem = z.object({
  facts: z.object({
    name: z.string(),
    kind: z.enum(FEE_KIND_IDS),
    tier: z.enum(FEE_TIER_IDS),
    per: z.enum(FEE_PERIOD_IDS),
    price: z.string(),
    unitWords: z.string(),
    basisWords: z.string(),
  }),
  standing_code: z.string().nullable(),
  usual_code: z.string().nullable(),
})

/** A standing charge keeps its code through a new name; a usual one has the same code everywhere; any other gets its own. */
function itemFrom({ facts, standing_code, usual_code }: z.output<typeof StagedItem>, taken: Set<string>): BoardItem {
  const free = usual_code !== null && !taken.has(usual_code) ? usual_code : newItemCode()
  const code = standing_code ?? free
  taken.add(code)
  const { price, ...said } = facts
  const [priceE4, most] = priceRange(price)
  return { ...said, code, priceE4, priceMostE4: most > priceE4 ? most : null, isCommon: isCommonCharge(facts) }
}

/**
 * Writes the items into the importer's own draft, never into a posted board: a second person still reviews it and the
 * manager posts it. What else the board says stays as the draft has it, or as the last posted version had it.
 */
async function applyItems(db: Db, actor: Actor, importId: string, { today }: Moment): Promise<void> {
  const rows = await db.many(
    StagedItem,
    sql`select facts, standing_code, usual_code from (${matched(actor, importId)}) pair order by row_no limit ${FEE_LIMITS.itemsMax}`,
  )
  const beginning = await findBeginning(db, actor)
  const effectiveFrom = beginning.ownDraft?.effectiveFrom ?? firstOfMonthAfter(addMonths(today, beginning.noticeMonths))
  const contractId =
    (await findContractOn(db, actor.communityId, effectiveFrom)) ?? (await findContractOn(db, actor.communityId, today))
  if (!contractId) throw new AppError('FEE_BOARD_NO_CONTRACT')
  const taken = new Set(rows.flatMap(({ standing_code }) => standing_code ?? []))
  await writeDraft(db, actor, {
    contractId,
    effectiveFrom,
    shownSince: beginning.ownDraft?.shownSince ?? null,
    facts: beginning.facts,
    basis: beginning.ownDraft?.basis ?? null,
    items: rows.map((row) => itemFrom(row, taken)),
  })
}

const firstOfMonthAfter = (date: string): string =>
  date.endsWith('-01') ? date : `${addMonths(date, 1).slice(0, 8)}01`

async function ensureContract(db: Db, actor: Actor, today: string): Promise<void> {
  if (!(await findContractOn(db, actor.communityId, today))) throw new AppError('FEE_BOARD_NO_CONTRACT')
}

export const feeItemStore: RegisterStore = {
  current: currentItems,
  ensureReady: ensureContract,
  lookAtWhole: noteTooMany,
  apply: applyItems,
}
