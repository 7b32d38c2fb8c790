import sql from 'sql-template-tag'
import type { Db } from '../db/db'
import type { Actor } from '../policy/actor'

/**
 * Tells those who live in a house as owner or family, or the paying tenant, that a bill is there: each bill that this run or
 * import made at this moment.
 */
export const tellPayers = (db: Db, actor: Actor, { madeBy, now }: { madeBy: string; now: Date }) =>
  db.run(sql`
    insert into outbox (community_id, outbox_id, topic, to_person_id, about_id, due_at)
    select bill.community_id, new_id(), 'billIssued', seat.person_id, bill.bill_id, ${now}
    from bill
    join binding on binding.community_id = bill.community_id and binding.house_id = bill.house_id
      and binding.from_at <= ${now} and (binding.until_at is null or ${now} < binding.until_at)
    join seat on seat.community_id = binding.community_id and seat.seat_id = binding.seat_id
    where bill.community_id = ${actor.communityId} and (bill.run_id = ${madeBy} or bill.import_id = ${madeBy})
      and bill.issued_at = ${now}
      and (seat.person_id = bill.payer_person_id or seat.role in ('owner', 'family') and exists (
        select from owner behind
        where behind.community_id = binding.community_id and behind.owner_id = binding.owner_id
          and bill.payer_owner_id in (behind.owner_id, behind.merged_into)))`)
