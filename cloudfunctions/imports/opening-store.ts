import sql, { type Sql } from 'sql-template-tag'
import { tellPayers } from '../shared/billing/tell-payers-store'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import { issueOpeningBills } from './opening-bill-store'
import { bookOpenings } from './opening-journal-store'
import { openingsAt } from './opening-rows-store'
import type { RegisterStore } from './register-store'
import { stagedRows } from './staging-store'

/** Each staged balance beside the one that an earlier import brought for the same house, item and days. */
const currentOpenings = (actor: Actor, importId: string): Sql => sql`
  select given.row_no, given.new_id as target_id,
    case
      when line.bill_id is not null then jsonb_build_object('item', line.item_words, 'fromOn', line.from_on,
        'lastOn', line.to_on - 1, 'dueOn', bill.due_on, 'amountFen', line.amount_fen)
      when paid.prepayment_id is not null then jsonb_strip_nulls(jsonb_build_object('item', nullif(paid.item_words, ''),
        'amountFen', paid.amount_fen))
    end || jsonb_build_object('side', given.side, 'building', given.building, 'stair', given.stair, 'room', given.room) as before
  from (${openingsAt(actor, importId)}) given
  left join bill_line line on given.side = 'arrear' and line.community_id = ${actor.communityId} and line.live
    and line.kind = 'opening' and line.house_id = given.house_id and line.item_code = given.item_code
    and line.from_on = given.from_on
  left join bill on bill.community_id = ${actor.communityId} and bill.bill_id = line.bill_id
  left join opening_prepayment paid on given.side = 'prepayment' and paid.community_id = ${actor.communityId}
    and paid.house_id = given.house_id and paid.item_words = given.item_words`

/** What only the registers and the bills can show; of several reasons each has its own place. */
async function noteOpeningProblems(db: Db, actor: Actor, importId: string, today: string): Promise<void> {
  const note = (place: number, column: string, [wrong, mend]: [string, string], rows: Sql) =>
    db.run(sql`
      insert into import_problem (community_id, import_id, row_no, place, column_name, wrong, mend)
      select distinct ${actor.communityId}::uuid, ${importId}::uuid, found.row_no, ${place}::integer, ${column}, ${wrong}, ${mend}
      from (${rows}) found`)
  const given = sql`(${openingsAt(actor, importId)}) given`
  const arrear = sql`given.side = 'arrear' and given.house_id is not null`
  await note(
    101,
    '室号',
    ['房屋登记里没有这套房', '核对楼栋、单元、室号；确有这套房，请先导入房屋'],
    sql`select row_no from ${given} where house_id is null`,
  )
  await note(
    102,
    '结束日期',
    ['那时没有登记物业服务合同，不知道欠的是谁的', '先登记那时的合同；欠前一家物业的，不要在这里导入'],
    sql`select row_no from ${given} where house_id is not null and contract_id is null`,
  )
  await note(
    103,
    '结束日期',
    ['那时这套房没有登记业主，不知道该谁交', '先在业主登记里补上那时的业主'],
    sql`select row_no from ${given} where ${arrear} and owner_id is null`,
  )
  await note(
    104,
    '结束日期',
    ['那时这套房还没有交付，费用由建设单位交', '核对交付日期；向建设单位另行结清'],
    sql`select row_no from ${given} where ${arrear} and undelivered and owner_kind <> 'developer'`,
  )
  await note(
    105,
    '金额',
    ['已经导入过，和这一行不一样', '照原来的改回来；真要更正，先让业主对那张账单提出疑问再作废'],
    sql`
      select staged.row_no
      from (${stagedRows(actor, importId)}) staged
      join (${currentOpenings(actor, importId)}) current on current.row_no = staged.row_no
      where current.before is not null and not current.before @> staged.facts`,
  )
  await note(
    106,
    '开始日期',
    ['这几天的这项费用已经出过账单，或和另一行重叠', '同一项费用的日期不能重叠，请改日期或删去一行'],
    sql`
      select given.row_no
      from ${given}
      join (
        select row_no, house_id, item_code, from_on, to_on from (${openingsAt(actor, importId)}) staged
        union all
        select 0, house_id, item_code, from_on, to_on from bill_line where community_id = ${actor.communityId} and live
      ) other on other.house_id = given.house_id and other.item_code = given.item_code and other.row_no <> given.row_no
        and other.from_on < given.to_on and given.from_on < other.to_on
        and (other.row_no > 0 or other.from_on <> given.from_on)`,
  )
  await note(
    107,
    '结束日期',
    ['这一天还没过完，或已在这里出过账', '期初欠费只到第一次出账之前；之后的费用按收费公示出账'],
    sql`
      select row_no from ${given}
      where side = 'arrear' and (last_on > ${today}::date or last_on >= (
        select min(from_on) from bill_line where community_id = ${actor.communityId} and live and kind <> 'opening'))`,
  )
}

export const openingStore: RegisterStore = {
  current: currentOpenings,
  lookAtWhole: noteOpeningProblems,
  apply: async (db, actor, importId, { now, today }) => {
    await issueOpeningBills(db, actor, importId, now)
    await db.run(sql`
      insert into opening_prepayment (community_id, prepayment_id, house_id, item_words, amount_fen, import_id)
      select ${actor.communityId}, new_id, house_id, item_words, amount_fen, ${importId}
      from (${openingsAt(actor, importId)}) given
      where change = 'new' and side = 'prepayment'`)
    await tellPayers(db, actor, { madeBy: importId, now })
    await bookOpenings(db, actor, importId, today) // last: the ledger is locked from here on
  },
}
