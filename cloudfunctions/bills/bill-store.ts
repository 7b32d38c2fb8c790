import sql, { empty, type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { BILL_PAYER_IDS, BILL_STATE_IDS, type BillFilter, type BillState } from '../../types/vocabulary/bill'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { withinBills } from '../shared/policy/reach'

const CardRow = z.object({
  bill_id: z.string(),
  number: z.string(),
  building: z.string(),
  stair: z.string(),
  room: z.string(),
  from_on: z.string(),
  to_on: z.string(),
  item_names: z.array(z.string()),
  is_opening: z.boolean(),
  amount_fen: z.int(),
  paid_fen: z.int(),
  due_on: z.string(),
  state: z.enum(BILL_STATE_IDS),
  payer_kind: z.enum(BILL_PAYER_IDS),
})
export type CardRow = z.output<typeof CardRow>

const BillRow = CardRow.extend({
  house_id: z.string(),
  issued_on: z.string(),
  issued_by: z.string(),
  payee_name: z.string(),
  contract_number: z.string(),
  standard_id: z.string(),
  standard_name: z.string(),
  grade_code: z.string(),
})
export type BillRow = z.output<typeof BillRow>

const billWithin = (actor: Actor, reach: Reach): Sql =>
  withinBills(actor, reach, {
    communityId: sql`bill.community_id`,
    houseId: sql`bill.house_id`,
    payerOwnerId: sql`bill.payer_owner_id`,
    payerPersonId: sql`bill.payer_person_id`,
  })

const CARD_COLUMNS = sql`
  bill.bill_id, bill.number, house.building, house.stair, house.room, bill.from_on, bill.to_on, bill.amount_fen, bill.paid_fen,
  bill.due_on, bill.state, bill.payer_kind, (
    select array_agg(named.name order by named.fen desc, named.name)
    from (
      select coalesce(item.name, line.item_words) as name, sum(line.amount_fen) as fen
      from bill_line line
      left join fee_item item on item.community_id = line.community_id and item.fee_item_id = line.fee_item_id
      where line.community_id = bill.community_id and line.bill_id = bill.bill_id
      group by coalesce(item.name, line.item_words)
    ) named
  ) as item_names, bill.import_id is not null as is_opening`

const BILL_OF_HOUSE = sql`
  bill join house on house.community_id = bill.community_id and house.house_id = bill.house_id`

/** The bill if it is within reach, else NOT_FOUND. */
export async function getBill(db: Db, actor: Actor, reach: Reach, billId: string): Promise<BillRow> {
  const row = await db.find(
    BillRow,
    sql`
      select ${CARD_COLUMNS}, bill.house_id, (bill.issued_at at time zone 'Asia/Shanghai')::date as issued_on, bill.issued_by,
        enterprise.name as payee_name, contract.number as contract_number, contract.standard_id, grade.standard_name,
        contract.grade_code
      from ${BILL_OF_HOUSE}
      join enterprise on enterprise.enterprise_id = bill.payee_id
      join service_contract contract on contract.community_id = bill.community_id and contract.contract_id = bill.contract_id
      join grade on grade.standard_id = contract.standard_id and grade.code = contract.grade_code
      where ${billWithin(actor, reach)} and bill.bill_id = ${billId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** Other bills within reach that the same payer has for the same house, newest first. */
export const listOthers = (db: Db, actor: Actor, reach: Reach, billId: string): Promise<CardRow[]> =>
  db.many(
    CardRow,
    sql`
      select ${CARD_COLUMNS}
      from ${BILL_OF_HOUSE}
      join bill this on this.community_id = bill.community_id and this.bill_id = ${billId} and this.house_id = bill.house_id
        and (this.payer_owner_id = bill.payer_owner_id or this.payer_person_id = bill.payer_person_id)
      where ${billWithin(actor, reach)} and bill.bill_id <> ${billId}
      order by bill.series_on desc, bill.number
      limit 12`,
  )

const STATES_OF_FILTER: Record<BillFilter, Sql> = {
  open: sql`and bill.state in ('issued', 'partiallyPaid', 'disputed')`,
  disputed: sql`and bill.state = 'disputed'`,
  all: empty,
}

/** What a person typed finds a house by the end of its address or a bill by part of its number. */
function searched(search: string | undefined): Sql {
  if (!search) return empty
  const address = search.replace(/[\s栋单元室号]+/g, '-').replace(/^-+|-+$/g, '')
  return sql`and (strpos(bill.number, ${search.toUpperCase()}) > 0
    or ('-' || house.building || '-' || house.stair || '-' || house.room) like '%-' || replace(replace(${address}, '%', ''), '_', ''))`
}

export interface BillPage {
  filter: BillFilter
  search: string | undefined
  after: string | undefined
  size: number
}

/** One page of bills within reach: the newest period first, within it in the order of the houses. */
export const listBills = (db: Db, actor: Actor, reach: Reach, page: BillPage): Promise<CardRow[]> => {
  const month = page.after ? `${page.after.slice(2, 6)}-${page.after.slice(6, 8)}-01` : undefined
  return db.many(
    CardRow,
    sql`
      select ${CARD_COLUMNS}
      from ${BILL_OF_HOUSE}
      where ${billWithin(actor, reach)} ${STATES_OF_FILTER[page.filter]} ${searched(page.search)}
        ${page.after ? sql`and (bill.series_on < ${month} or bill.series_on = ${month} and bill.number > ${page.after})` : empty}
      order by bill.series_on desc, bill.number
      limit ${page.size}`,
  )
}

/** How many bills within reach are not paid yet, and how much is left. */
export const countOpen = (db: Db, actor: Actor, reach: Reach) =>
  db.one(
    z.object({ bills: z.int(), amount_fen: z.int() }),
    sql`
      select count(*)::integer as bills, coalesce(sum(bill.amount_fen - bill.paid_fen), 0)::bigint as amount_fen
      from bill
      where ${billWithin(actor, reach)} and bill.state in ('issued', 'partiallyPaid', 'disputed')`,
  )

/** Moves the bill on if it is still where it was seen; its lines fall out of force with it when it is voided. */
export async function saveState(db: Db, actor: Actor, billId: string, from: BillState, to: BillState): Promise<void> {
  const changed = await db.run(sql`
    update bill
    set state = ${to}
    where community_id = ${actor.communityId} and bill_id = ${billId} and state = ${from}`)
  if (changed === 0) throw new AppError('WRONG_STATE')
  if (to !== 'voided') return
  await db.run(sql`
    update bill_line
    set live = false
    where community_id = ${actor.communityId} and bill_id = ${billId} and live`)
}
