import sql, { type Sql } from 'sql-template-tag'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { RegisterStore } from './register-store'
import { stagedRows } from './staging-store'

/** Each staged employee beside the one with the same telephone number: one number counts as one person. */
const currentStaff = (actor: Actor, importId: string): Sql => sql`
  select staged.row_no, coalesce(member.staff_id, staged.new_id) as target_id,
    case when member.staff_id is not null then jsonb_strip_nulls(jsonb_build_object(
      'name', member.name, 'phone', member.phone, 'duty', member.duty, 'team', member.team, 'fromOn', member.from_on)) end as before
  from (${stagedRows(actor, importId)}) staged
  left join staff_member member on member.community_id = ${actor.communityId} and member.phone = staged.facts ->> 'phone'
    and member.until_on is null`

async function applyStaff(db: Db, actor: Actor, importId: string): Promise<void> {
  await db.run(sql`
    insert into staff_member (community_id, staff_id, name, phone, duty, team, from_on)
    select ${actor.communityId}, target_id, facts ->> 'name', facts ->> 'phone', facts ->> 'duty', facts ->> 'team',
      (facts ->> 'fromOn')::date
    from (${stagedRows(actor, importId)}) staged
    where change = 'new'`)
  await db.run(sql`
    update staff_member
    set name = staged.facts ->> 'name', duty = staged.facts ->> 'duty', team = coalesce(staged.facts ->> 'team', team),
      from_on = coalesce((staged.facts ->> 'fromOn')::date, from_on)
    from (${stagedRows(actor, importId)}) staged
    where staff_member.community_id = ${actor.communityId} and staff_member.staff_id = staged.target_id
      and staged.change = 'changed'`)
}

export const staffStore: RegisterStore = { current: currentStaff, apply: applyStaff }
