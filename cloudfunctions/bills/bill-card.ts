import type { Output } from '../../types/contracts'
import { businessDate } from '../../types/vocabulary/dates'
import { houseLabel } from '../shared/people/house-label'
import type { CardRow } from './bill-store'

type Card = Output<'bills.listBills'>['bills'][number]

const DAY_MS = 86_400_000

/** A bill as lists show it; how long there is to pay is counted in business days of the calendar, not in hours. */
export const cardFor = (row: CardRow, now: Date): Card => ({
  billId: row.bill_id,
  number: row.number,
  houseLabel: houseLabel(row),
  from: row.from_on,
  to: row.to_on,
  itemNames: row.item_names,
  isOpening: row.is_opening,
  amountFen: row.amount_fen,
  paidFen: row.paid_fen,
  dueOn: row.due_on,
  daysLeft: (Date.parse(row.due_on) - Date.parse(businessDate(now))) / DAY_MS,
  state: row.state,
  payerKind: row.payer_kind,
})
