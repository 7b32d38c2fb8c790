import { main as payments } from '../../cloudfunctions/payments'
import type { CallName } from '../../types/contracts'
import { PAYMENT_MONTHS, readyBills } from './bill-probes'
import { type Probe, type ProbeGround, type Target, TARGETS } from './probe'
import { callAs, yes } from './stage'
import { holderOf } from './two-communities'

type PaymentCall = Extract<CallName, `payments.${string}`>

/** Probes of payments, on bills of two months of their own. */
export function paymentProbes(ground: ProbeGround): { [N in PaymentCall]: Probe<N> } {
  const newest: Partial<Record<Target, string>> = {}
  const showsNewest = (data: unknown, target: Target) => JSON.stringify(data).includes(newest[target] ?? 'nothing')
  const see = (text: string, values: unknown[]) => ground.stage().see<{ id: string }>(text, values)

  /** A bill of the target's house that nobody is paying; the tenant's own where the tenant asks about the own house. */
  const billAt = async (target: Target, caller: string): Promise<string> => {
    await readyBills(ground, target)
    const isTenants = caller === holderOf('A', 'tenant') && target === 'ownHouse'
    const house = await ground.houseOf(TARGETS[target].resident)
    const month = isTenants ? PAYMENT_MONTHS.tenants : PAYMENT_MONTHS.owners
    const find = 'select bill_id as id from bill where house_id = $1 and series_on = $2'
    const [bill] = await see(find, [house, month])
    const id = bill?.id ?? ''
    await see(
      "update bill set state = case when paid_fen = 0 then 'issued' else 'partiallyPaid' end where bill_id = $1",
      [id],
    )
    await see(
      `update pay_attempt set state = 'closed', ended_at = now()
       where state in ('new', 'open') and attempt_id in (select attempt_id from attempt_bill where bill_id = $1)`,
      [id],
    )
    await see('update attempt_bill set live = false where bill_id = $1 and live', [id])
    return id
  }
  const payerAt = (target: Target, caller: string) =>
    target === 'ownHouse' && caller === holderOf('A', 'tenant') ? caller : TARGETS[target].resident
  const attempt = async (target: Target, caller: string) => {
    const billIds = [await billAt(target, caller)]
    const { attemptId } = await yes(callAs(payments, payerAt(target, caller), 'payments.preparePayment', { billIds }))
    return { attemptId }
  }
  const cash = async (target: Target, caller: string) => ({
    billIds: [await billAt(target, caller)],
    amountFen: 1,
    channel: 'cash' as const,
  })
  const receipt = async (target: Target, caller: string) => {
    const clerk = holderOf(TARGETS[target].community, 'clerk')
    const { receiptId } = await yes(callAs(payments, clerk, 'payments.takeCash', await cash(target, caller)))
    newest[target] = receiptId
    return { receiptId }
  }
  const bills = async (target: Target, caller: string) => ({ billIds: [await billAt(target, caller)] })
  return {
    'payments.previewPayment': { aim: bills },
    'payments.preparePayment': { aim: bills },
    'payments.readPayment': { aim: attempt },
    'payments.checkPayment': { aim: attempt },
    'payments.cancelPayment': { aim: attempt },
    'payments.takeCash': { aim: cash },
    'payments.readReceipt': { aim: receipt },
    'payments.listReceipts': {
      aim: async (target, caller) => {
        await receipt(target, caller)
        return {}
      },
      shows: showsNewest,
    },
    'payments.listSuspense': {
      aim: async (target) => {
        const [made] = await see(
          `with made as (
             insert into receipt (community_id, receipt_id, number, channel, amount_fen, taken_by, received_at, recorded_at)
             select community_id, gen_random_uuid(), gen_random_uuid()::text, 'cash', 1, person_id, now(), now()
             from seat where community_id = $1 limit 1 returning community_id, receipt_id
           ) select receipt_id as id from made`,
          [ground.communityOf(target)],
        )
        newest[target] = made?.id ?? ''
        await see(
          `insert into receipt_line (community_id, receipt_id, place, suspense_reason, amount_fen) values ($1, $2, 1, 'billNotDue', 1)
           returning receipt_id as id`,
          [ground.communityOf(target), newest[target]],
        )
        return {}
      },
      shows: showsNewest,
    },
  }
}
