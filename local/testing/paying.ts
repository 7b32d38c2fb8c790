import { main as bills } from '../../cloudfunctions/bills'
import type { Founding } from '../../cloudfunctions/shared/founding/founding'
import { registersOf, withoutRegisters } from './registers'
import { callAs, type TestStage, yes } from './stage'
import type { TestWechatPay } from './wechat-pay'

/** Founds the community with one billed house, 1-1-0101; what is given back issues its bill of another month each time. */
export async function billsToPay(stage: TestStage, founding: Founding): Promise<() => Promise<string>> {
  const letter = founding.community.name.slice(0, 1)
  const registers = registersOf(stage, await stage.found(withoutRegisters(founding)))
  const item = { code: 'property_service', name: '物业服务费', priceE4: 15000 }
  await registers.board(await registers.contract(), 1, '2010-01-01', [item])
  await registers.area('1-1-0101', 8950)
  await registers.owner('1-1-0101', { name: '林女士' })
  let months = 0
  return async () => {
    months += 1
    const from = `${2020 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
    const { runId } = await yes(callAs(bills, `${letter}-cashier`, 'bills.startRun', { kind: 'month', from }))
    const [row] = await stage.see<{ bill_id: string }>('select bill_id from bill where run_id = $1', [runId])
    return row?.bill_id ?? ''
  }
}

/** A law, and the rows that break it. */
export interface Broken {
  law: string
  what: unknown
}

const one = (law: string, sql: string) => ({ law, sql })

/** What must hold of money after every step, told by our own tables alone. Each finds what breaks it. */
const LAWS = [
  one(
    'a transaction of WeChat’s is one receipt (I2)',
    `select pay_account_id, transaction_id from receipt where transaction_id is not null group by 1, 2 having count(*) > 1`,
  ),
  one(
    'a journal balances',
    `select journal_id from journal join journal_line using (community_id, ledger_id, seq)
     group by journal_id having sum(debit_fen) <> sum(credit_fen)`,
  ),
  one(
    'each receipt is posted once, with its sum, on the account of its channel (I2, I4)',
    `select r.receipt_id, r.amount_fen, sum(l.debit_fen) from receipt r
     left join journal j on j.community_id = r.community_id and j.about_kind = 'receipt' and j.about_id = r.receipt_id
     left join journal_line l on l.community_id = j.community_id and l.ledger_id = j.ledger_id and l.seq = j.seq and l.account in ('1001', '1002.01', '1012.01')
     group by r.community_id, r.receipt_id having sum(l.debit_fen) is distinct from r.amount_fen`,
  ),
  one(
    'what is set aside stands in suspense (I10)',
    `select s.fen, b.fen from (select coalesce(sum(amount_fen), 0) as fen from receipt_line where suspense_reason is not null) s,
       (select coalesce(sum(credit_fen - debit_fen), 0) as fen from journal_line where account = '2241.99') b where s.fen <> b.fen`,
  ),
  one(
    'a bill is paid by what receipts put to it, and never more than it owes (I5)',
    `select b.bill_id from bill b left join receipt_line l on l.community_id = b.community_id and l.bill_id = b.bill_id
     group by b.community_id, b.bill_id having coalesce(sum(l.amount_fen), 0) <> b.paid_fen or b.paid_fen > b.amount_fen`,
  ),
  one(
    'a bill is in one payable order at most, and an order that ended holds none (I8)',
    `select part.bill_id from attempt_bill part join pay_attempt a using (community_id, attempt_id)
     where part.live <> (a.state in ('new', 'open'))`,
  ),
  one(
    'a paid attempt has its receipt',
    `select attempt_id from pay_attempt a where state = 'paid'
     and not exists (select from receipt r where r.attempt_id = a.attempt_id)`,
  ),
  one(
    'a receipt’s attempt is paid',
    `select attempt_id from pay_attempt a where state <> 'paid'
     and exists (select from receipt r where r.attempt_id = a.attempt_id)`,
  ),
]

/** Everything that is broken, by our tables and by what WeChat's own book says. `settled` once all jobs have run. */
export async function invariantsOf(
  stage: TestStage,
  { simulator }: Pick<TestWechatPay, 'simulator'>,
  { settled = false } = {},
): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const { law, sql } of LAWS) {
    const found = await stage.see(sql)
    if (found.length > 0) broken.push({ law, what: found })
  }
  const attempts = await stage.see<{ out_trade_no: string; state: string; mchid: string }>(
    'select a.out_trade_no, a.state, p.mchid from pay_attempt a join pay_account p using (pay_account_id)',
  )
  for (const { out_trade_no: no, state, mchid } of attempts) {
    const there = simulator.orders.find(mchid, no)?.state
    if (state === 'closed' && there === 'NOTPAY') broken.push({ law: 'closed here is closed there (I9)', what: no })
    if (settled && there === 'SUCCESS' && state !== 'paid')
      broken.push({ law: 'paid there is paid here (I3)', what: no })
  }
  return broken
}
