import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { businessDate } from '../../types/vocabulary/dates'
import { type AccountCode, BROUGHT_FORWARD } from '../../types/vocabulary/ledger'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

/**
 * What a bill earns: under 包干制 the enterprise's revenue; under 酬金制 the owners' money in the enterprise's keeping, from
 * which it may take its remuneration (物业服务收费管理办法, 发改价格〔2003〕1864 号, 第 9 条).
 */
const EARNED = { 'lump sum': '6001', remuneration: '9102' } as const satisfies Record<string, AccountCode>
const earnedBy = (chargeMode: Sql): Sql =>
  sql`case ${chargeMode} when 'lump sum' then ${EARNED['lump sum']} else ${EARNED.remuneration} end`

/** An arrear that an import brought was no revenue of the year; what is void goes back against the same account. */
const broughtForward = (chargeMode: Sql): Sql =>
  sql`case ${chargeMode} when 'lump sum' then ${BROUGHT_FORWARD['lump sum']} else ${BROUGHT_FORWARD.remuneration} end`

/**
 * Books what a run has just issued, in one statement however many houses: one journal for each contract, due from each house
 * (1122) and earned by item. Booked on the day of issue, not over the days billed: these books follow the bills.
 * Call it last: the ledger stays locked until the transaction ends.
 */
export const accrueRun = (db: Db, actor: Actor, run: { runId: string; now: Date }) =>
  db.run(sql`
    with issued as (
      select bill.contract_id, bill.bill_id, bill.house_id, bill.amount_fen, bill.from_on, bill.to_on
      from bill
      where bill.community_id = ${actor.communityId} and bill.run_id = ${run.runId} and bill.issued_at = ${run.now}
        and bill.amount_fen > 0
    ), entry as (
      select contract_id, 1 as side, house_id::text as of_what,
        jsonb_build_object('account', '1122', 'debitFen', sum(amount_fen), 'creditFen', 0, 'houseId', house_id) as line
      from issued
      group by contract_id, house_id
      union all
      select issued.contract_id, 2, line.item_code, jsonb_build_object('account', ${earnedBy(sql`contract.charge_mode`)},
        'debitFen', 0, 'creditFen', sum(line.amount_fen), 'category', line.item_code)
      from issued
      join bill_line line on line.community_id = ${actor.communityId} and line.bill_id = issued.bill_id
      join service_contract contract
        on contract.community_id = ${actor.communityId} and contract.contract_id = issued.contract_id
      where line.amount_fen > 0
      group by issued.contract_id, contract.charge_mode, line.item_code
    ), whole as (
      select contract_id, jsonb_agg(line order by side, of_what) as lines
      from entry
      group by contract_id
    ), said as (
      select contract_id, '出账 ' || min(from_on) || ' 至 ' || max(to_on) - 1 || '，' || count(*) || ' 张账单' as words
      from issued
      group by contract_id
    )
    select posted.journal_id
    from whole
    join said on said.contract_id = whole.contract_id
    cross join lateral (select ledger_of(${actor.communityId}, 'fees', whole.contract_id) as ledger_id) ledger
    cross join lateral post_journal(${actor.communityId}, jsonb_build_object('ledgerId', ledger.ledger_id,
      'bookedOn', ${businessDate(run.now)}::text, 'words', said.words, 'lines', whole.lines,
      'about', jsonb_build_object('kind', 'billingRun', 'id', ${run.runId}::text))) posted`)

/**
 * Takes back what one bill accrued, by a journal that reverses its part of the run's or of the import's; nothing where the bill was issued before
 * there were books. Call it last. The database refuses a voided bill without it.
 */
export async function reverseAccrual(db: Db, actor: Actor, voided: { billId: string; now: Date }): Promise<void> {
  await db.many(
    z.object({ journal_id: z.string() }),
    sql`
      with voided as (
        select bill.bill_id, bill.house_id, bill.number, bill.amount_fen, accrual.journal_id, accrual.ledger_id, ledger.charge_mode,
          bill.import_id is not null as is_opening
        from bill
        join journal accrual on accrual.community_id = bill.community_id and accrual.about_id = coalesce(bill.run_id, bill.import_id)
          and accrual.about_kind in ('billingRun', 'import') and accrual.posted_at = bill.issued_at
        join ledger on ledger.community_id = accrual.community_id and ledger.ledger_id = accrual.ledger_id
          and ledger.contract_id = bill.contract_id
        where bill.community_id = ${actor.communityId} and bill.bill_id = ${voided.billId} and bill.amount_fen > 0
      ), earned as (
        select jsonb_agg(jsonb_build_object('account', case when item.is_opening then ${broughtForward(sql`item.charge_mode`)}
            else ${earnedBy(sql`item.charge_mode`)} end, 'debitFen', item.fen, 'creditFen', 0,
          'category', item.item_code) order by item.item_code) as lines
        from (
          select voided.charge_mode, voided.is_opening, line.item_code, sum(line.amount_fen) as fen
          from voided
          join bill_line line on line.community_id = ${actor.communityId} and line.bill_id = voided.bill_id
          where line.amount_fen > 0
          group by voided.charge_mode, voided.is_opening, line.item_code
        ) item
      )
      select posted.journal_id
      from voided
      cross join earned
      cross join lateral post_journal(${actor.communityId}, jsonb_build_object('ledgerId', voided.ledger_id,
        'bookedOn', ${businessDate(voided.now)}::text, 'words', '作废账单 ' || voided.number, 'reverses', voided.journal_id,
        'about', jsonb_build_object('kind', 'bill', 'id', voided.bill_id),
        'lines', earned.lines || jsonb_build_array(jsonb_build_object('account', '1122', 'debitFen', 0,
          'creditFen', voided.amount_fen, 'houseId', voided.house_id)))) posted`,
  )
}
