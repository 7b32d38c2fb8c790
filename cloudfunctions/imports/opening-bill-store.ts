import sql from 'sql-template-tag'
import { refuseOn } from '../shared/db/constraint'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import { openingsAt } from './opening-rows-store'

/**
 * Makes the arrears of an import bills that can be paid: one for each house, payer, contract, period and due date, in the
 * series of the month in which the period began. Their lines name the item as the file does; no board stands behind them.
 */
export const issueOpeningBills = (db: Db, actor: Actor, importId: string, now: Date) =>
  refuseOn(
    { bill_line_overlap: 'IMPORT_REGISTER_CHANGED', bill_line_opening_before: 'IMPORT_REGISTER_CHANGED' },
    db.run(sql`
      with arrear as materialized (
        select row_no, house_id, building, stair, room, owner_id, case owner_kind when 'person' then 'owner' else owner_kind end as payer_kind,
          contract_id, enterprise_id, item_code, item_words, amount_fen, from_on, to_on, due_on,
          date_trunc('month', from_on)::date as series_on
        from (${openingsAt(actor, importId)}) given
        where change = 'new' and side = 'arrear'
      ), due as materialized (
        select new_id() as bill_id, house_id, owner_id, payer_kind, contract_id, enterprise_id, from_on, to_on, due_on, series_on,
          sum(amount_fen) as amount_fen,
          row_number() over (partition by series_on order by length(building), building, length(stair), stair, length(room), room,
            from_on, to_on, due_on, owner_id) as n
        from arrear
        group by house_id, building, stair, room, owner_id, payer_kind, contract_id, enterprise_id, from_on, to_on, due_on, series_on
      ), counted as (
        select series_on, count(*) as bills from due group by series_on
      ), numbered as (
        insert into serial (community_id, kind, day, last)
        select ${actor.communityId}, 'ZD', series_on, bills from counted order by series_on
        on conflict (community_id, kind, day) do update set last = serial.last + excluded.last
        returning day as series_on, last
      ), billed as (
        insert into bill (community_id, bill_id, number, series_on, import_id, house_id, from_on, to_on, contract_id, payee_id,
          payer_kind, payer_owner_id, amount_fen, due_on, state, issued_at, issued_by)
        select ${actor.communityId}, due.bill_id,
          'ZD' || to_char(due.series_on, 'YYYYMM') || '-' || lpad((numbered.last - counted.bills + due.n)::text, 6, '0'),
          due.series_on, ${importId}, due.house_id, due.from_on, due.to_on, due.contract_id, due.enterprise_id, due.payer_kind,
          due.owner_id, due.amount_fen, due.due_on, 'issued', ${now}, ${actor.personId}
        from due
        join counted on counted.series_on = due.series_on
        join numbered on numbered.series_on = due.series_on
        returning bill_id
      )
      insert into bill_line (community_id, bill_id, place, house_id, item_code, item_words, kind, from_on, to_on, days, quantity,
        percent, whole_from_on, whole_to_on, whole_fen, amount_fen)
      select ${actor.communityId}, due.bill_id, row_number() over (partition by due.bill_id order by arrear.row_no), arrear.house_id,
        arrear.item_code, arrear.item_words, 'opening', arrear.from_on, arrear.to_on, arrear.to_on - arrear.from_on, 1, 100,
        arrear.from_on, arrear.to_on, arrear.amount_fen, arrear.amount_fen
      from arrear
      join due on (due.house_id, due.owner_id, due.contract_id, due.from_on, due.to_on, due.due_on)
        = (arrear.house_id, arrear.owner_id, arrear.contract_id, arrear.from_on, arrear.to_on, arrear.due_on)
      where exists (select from billed)`),
  )
