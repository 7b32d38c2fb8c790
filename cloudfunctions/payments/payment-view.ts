import type { Output } from '../../types/contracts'
import type { Db } from '../shared/db/db'
import { movesFrom } from '../shared/machine/machine'
import type { Actor } from '../shared/policy/actor'
import { listPaidBillsOf, type PaymentRow } from './payment-store'
import { ATTEMPT_MACHINE } from './rules/attempt-machine'

export type Payment = Output<'payments.readPayment'>

/** Payments as people see them, with what each is for and what this person may do about it. */
export async function viewPayments(db: Db, actor: Actor, rows: readonly PaymentRow[]): Promise<Payment[]> {
  const paid = await listPaidBillsOf(
    db,
    actor,
    rows.map((row) => row.attempt_id),
  )
  return rows.map((row) => ({
    attemptId: row.attempt_id,
    state: row.state,
    amountFen: row.amount_fen,
    payeeName: row.payee_name,
    startedAt: row.started_at.toISOString(),
    payBefore: row.pay_before.toISOString(),
    mine: row.person_id === actor.personId,
    bills: paid.filter(({ ofId }) => ofId === row.attempt_id).map(({ bill }) => bill),
    ...receiptOf(row),
    moves: movesFrom(ATTEMPT_MACHINE, row.state, { role: actor.role, isAuthor: row.person_id === actor.personId }),
  }))
}

/** One payment as people see it. */
export async function viewPayment(db: Db, actor: Actor, row: PaymentRow): Promise<Payment> {
  const [payment] = await viewPayments(db, actor, [row])
  if (!payment) throw new Error('a payment is viewed as one')
  return payment
}

const receiptOf = (row: PaymentRow): Pick<Payment, 'receipt'> =>
  row.receipt_id === null
    ? {}
    : {
        receipt: {
          receiptId: row.receipt_id,
          number: row.receipt_number ?? '',
          amountFen: row.receipt_fen ?? 0,
          suspenseFen: row.suspense_fen,
        },
      }
