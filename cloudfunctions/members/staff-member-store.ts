import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Role } from '../../types/vocabulary/roles'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

const MemberRow = z.object({
  staff_id: z.string(),
  name: z.string(),
  duty: z.string(),
  team: z.string().nullable(),
  phone: z.string(),
})
export type MemberRow = z.output<typeof MemberRow>

const InvitedRow = MemberRow.extend({ code_id: z.string().nullable(), expires_at: z.date().nullable() })

/**
 * Employees of the personnel register whose duty comes with an office and who do not hold it yet: nobody in that office
 * came by their code, has their telephone or bears their name.
 */
export const listNotJoined = (db: Db, actor: Actor, duties: readonly Role[], now: Date) =>
  db.many(
    InvitedRow,
    sql`
      select member.staff_id, member.name, member.duty, member.team, member.phone, code.code_id, code.expires_at
      from staff_member member
      left join lateral (
        select made.code_id, made.expires_at
        from claim_code made
        where made.community_id = member.community_id and made.staff_id = member.staff_id
          and made.used_at is null and made.revoked_at is null and ${now} < made.expires_at
        order by made.issued_at desc, made.code_id
        limit 1
      ) code on true
      where member.community_id = ${actor.communityId} and member.until_on is null and member.duty = any (${[...duties]}::text[])
        and not exists (
          select from seat
          left join contact on contact.community_id = seat.community_id and contact.person_id = seat.person_id
          where seat.community_id = member.community_id and seat.role = member.duty
            and seat.from_at <= ${now} and (seat.until_at is null or ${now} < seat.until_at)
            and (contact.phone = member.phone or contact.name = member.name or exists (
              select from claim_code used
              where used.community_id = member.community_id and used.staff_id = member.staff_id and used.used_by = seat.person_id)))
      order by member.name collate "zh-x-icu", member.staff_id
      limit 200`,
  )

/** An employee of the register who is still here, held until the invitation is written; else NOT_FOUND. */
export async function lockMember(db: Db, actor: Actor, staffId: string): Promise<MemberRow> {
  const row = await db.find(
    MemberRow,
    sql`
      select staff_id, name, duty, team, phone
      from staff_member
      where community_id = ${actor.communityId} and staff_id = ${staffId} and until_on is null
      for update`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** Takes back what this employee was invited with before, so that one invitation holds at a time. */
export const revokeInvitations = (db: Db, actor: Actor, staffId: string, now: Date) =>
  db.run(sql`
    update claim_code
    set revoked_by = ${actor.personId}, revoked_at = ${now}
    where community_id = ${actor.communityId} and staff_id = ${staffId} and used_at is null and revoked_at is null`)

/** Writes into the personnel register that whoever held this office has left, and takes back what still invites them. */
export async function endMember(
  db: Db,
  actor: Actor,
  left: { personId: string; duty: Role; day: string },
  now: Date,
): Promise<void> {
  const ended = await db.many(
    z.object({ staff_id: z.string() }),
    sql`
      update staff_member
      set until_on = greatest(${left.day}::date, from_on + 1)
      where community_id = ${actor.communityId} and until_on is null and duty = ${left.duty}
        and (
          phone = (select phone from contact where community_id = ${actor.communityId} and person_id = ${left.personId})
          or exists (
            select from claim_code
            where claim_code.community_id = staff_member.community_id and claim_code.staff_id = staff_member.staff_id
              and claim_code.used_by = ${left.personId}))
      returning staff_id`,
  )
  for (const { staff_id: staffId } of ended) await revokeInvitations(db, actor, staffId, now)
}
