import sql from 'sql-template-tag'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

/**
 * Lets the bindings follow the owner register: whoever was bound before the register knew them gets the owner behind the
 * binding, and whoever no longer owns leaves with the sale, family and open codes too. The history stays; who leaves is told.
 */
export async function followOwners(db: Db, actor: Actor, now: Date): Promise<void> {
  await findOwnersBehind(db, actor, 'owner', now)
  await findOwnersBehind(db, actor, 'family', now) // a family's owner is found through the owners' bindings
  await db.run(sql`
    with sold as (
      select house_id, owner_id, (max(until_on)::timestamp at time zone 'Asia/Shanghai') as sold_at
      from ownership
      where community_id = ${actor.communityId}
      group by house_id, owner_id
      having bool_and(until_on is not null)
    ), ended as (
      update binding
      set until_at = greatest(sold.sold_at, binding.from_at + interval '1 millisecond'), end_reason = 'sold',
        ended_by = ${actor.personId}
      from sold
      where binding.community_id = ${actor.communityId} and binding.house_id = sold.house_id
        and binding.owner_id = sold.owner_id and binding.until_at is null
      returning binding.binding_id, binding.house_id, binding.seat_id
    ), leaving as (
      select ended.binding_id, ended.house_id, seat.person_id
      from ended
      join seat on seat.community_id = ${actor.communityId} and seat.seat_id = ended.seat_id
    ), revoked as (
      update claim_code
      set revoked_by = ${actor.personId}, revoked_at = ${now}
      from leaving
      where claim_code.community_id = ${actor.communityId} and claim_code.house_id = leaving.house_id
        and claim_code.issued_by = leaving.person_id and claim_code.used_at is null and claim_code.revoked_at is null
    )
    insert into outbox (community_id, outbox_id, topic, to_person_id, about_id, due_at)
    select ${actor.communityId}, new_id(), 'bindingEnded', leaving.person_id, leaving.binding_id, ${now}
    from leaving`)
}

const findOwnersBehind = (db: Db, actor: Actor, role: 'owner' | 'family', now: Date) =>
  db.run(sql`
    update binding
    set owner_id = owner_behind(binding.community_id, binding.seat_id, binding.house_id, ${now})
    from seat
    where binding.community_id = ${actor.communityId} and binding.owner_id is null
      and (binding.until_at is null or ${now} < binding.until_at)
      and seat.community_id = binding.community_id and seat.seat_id = binding.seat_id and seat.role = ${role}`)
