import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../shared/db/db'
import { houseLabel } from '../shared/people/house-label'
import type { Actor } from '../shared/policy/actor'
import { withinBills } from '../shared/policy/reach'
import type { Reach } from '../shared/policy/rule'

/** The condition that a bill (`bill` in the statement) is within reach. */
export const billWithin = (actor: Actor, reach: Reach): Sql =>
  withinBills(actor, reach, {
    communityId: sql`bill.community_id`,
    houseId: sql`bill.house_id`,
    payerOwnerId: sql`bill.payer_owner_id`,
    payerPersonId: sql`bill.payer_person_id`,
  })

/** A bill beside an amount, as payments and receipts list it; the statement names it `bill` and its house `house`. */
export const PAID_BILL_COLUMNS = sql`
  bill.bill_id, bill.number, house.building, house.stair, house.room, bill.from_on, bill.to_on, (
    select array_agg(distinct coalesce(item.name, line.item_words))
    from bill_line line
    left join fee_item item on item.community_id = line.community_id and item.fee_item_id = line.fee_item_id
    where line.community_id = bill.community_id and line.bill_id = bill.bill_id
  ) as item_names`

const PAID_BILL = {
  bill_id: z.string(),
  number: z.string(),
  building: z.string(),
  stair: z.string(),
  room: z.string(),
  from_on: z.string(),
  to_on: z.string(),
  item_names: z.array(z.string()).nullable(),
}

export const PaidBill = z.object({ ...PAID_BILL, of_id: z.string(), amount_fen: z.int() }).transform((row) => ({
  ofId: row.of_id,
  bill: {
    billId: row.bill_id,
    number: row.number,
    houseLabel: houseLabel(row),
    from: row.from_on,
    to: row.to_on,
    itemNames: row.item_names ?? [],
    amountFen: row.amount_fen,
  },
}))
export type PaidBill = z.output<typeof PaidBill>['bill']

const DueBill = z
  .object({ ...PAID_BILL, payee_id: z.string(), payee_name: z.string(), amount_fen: z.int() })
  .transform(({ payee_id, payee_name, ...row }) => ({
    payeeId: payee_id,
    payeeName: payee_name,
    bill: {
      billId: row.bill_id,
      number: row.number,
      houseLabel: houseLabel(row),
      from: row.from_on,
      to: row.to_on,
      itemNames: row.item_names ?? [],
      amountFen: row.amount_fen,
    },
  }))

/** The bills within reach with what is still open of each; none of it where somebody doubts the bill or it is void. */
export const listDueBills = (db: Db, actor: Actor, reach: Reach, billIds: readonly string[]) =>
  db.many(
    DueBill,
    sql`
      select ${PAID_BILL_COLUMNS}, bill.payee_id, enterprise.name as payee_name,
        case when bill.state in ('issued', 'partiallyPaid') then bill.amount_fen - bill.paid_fen else 0 end as amount_fen
      from bill
      join house on house.community_id = bill.community_id and house.house_id = bill.house_id
      join enterprise on enterprise.enterprise_id = bill.payee_id
      where ${billWithin(actor, reach)} and bill.bill_id = any (${[...billIds]}::uuid[])
      order by bill.due_on, bill.number
      limit ${billIds.length}`,
  )
