import sql from 'sql-template-tag'
import * as z from 'zod'
import { REBINDING_KIND_IDS, type RebindingKind } from '../../types/vocabulary/binding'
import { AppError } from '../shared/call/app-error'
import { refuseOn } from '../shared/db/constraint'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'

/** A person who is or was seated in the actor's community, with the telephone that is known; else NOT_FOUND. */
export async function getPersonHere(db: Db, actor: Actor, personId: string) {
  const row = await db.find(
    z.object({ person_id: z.string(), phone: z.string().nullable(), held_elsewhere: z.boolean() }),
    sql`
      select person_id, phone, held_elsewhere(person_id, community_id) as held_elsewhere
      from contact
      where community_id = ${actor.communityId} and person_id = ${personId}
        and exists (select from seat where seat.community_id = contact.community_id and seat.person_id = contact.person_id)`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export interface NewRebinding {
  personId: string
  kind: RebindingKind
  newPhone: string | undefined
  reason: string
}

export async function insertRebinding(db: Db, actor: Actor, it: NewRebinding, now: Date): Promise<string> {
  const rebindingId = newId()
  const adding = db.run(sql`
    insert into rebinding (community_id, rebinding_id, person_id, kind, new_phone, reason, state, requested_by, requested_at)
    values (${actor.communityId}, ${rebindingId}, ${it.personId}, ${it.kind}, ${it.newPhone ?? null}, ${it.reason}, 'requested',
      ${actor.personId}, ${now})`)
  await refuseOn({ rebinding_open: 'WRONG_STATE' }, adding)
  return rebindingId
}

const RebindingRow = z.object({
  rebinding_id: z.string(),
  person_id: z.string(),
  kind: z.enum(REBINDING_KIND_IDS),
  new_phone: z.string().nullable(),
  state: z.enum(['requested', 'approved']),
  requested_by: z.string(),
})

/** A request, held until it is decided. */
export async function lockRebinding(db: Db, actor: Actor, rebindingId: string) {
  const row = await db.find(
    RebindingRow,
    sql`
      select rebinding.rebinding_id, rebinding.person_id, rebinding.kind, rebinding.new_phone, rebinding.state, rebinding.requested_by
      from rebinding
      where rebinding.community_id = ${actor.communityId} and rebinding.rebinding_id = ${rebindingId}
      for update of rebinding`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export const saveApproval = (db: Db, actor: Actor, it: { rebindingId: string; codeId?: string }, now: Date) =>
  db.run(sql`
    update rebinding
    set state = 'approved', approved_by = ${actor.personId}, approved_at = ${now}, code_id = ${it.codeId ?? null}
    where community_id = ${actor.communityId} and rebinding_id = ${it.rebindingId}`)

export const savePhone = (db: Db, actor: Actor, it: { personId: string; phone: string }) =>
  db.run(sql`
    update contact
    set phone = ${it.phone}
    where community_id = ${actor.communityId} and person_id = ${it.personId}`)

/** Requests that wait for a second person, oldest first. */
export const listOpenRebindings = (db: Db, actor: Actor) =>
  db.many(
    z.object({
      rebinding_id: z.string(),
      name: z.string(),
      kind: z.enum(REBINDING_KIND_IDS),
      reason: z.string(),
      person_id: z.string(),
      requested_by: z.string(),
      requested_by_name: z.string(),
      requested_at: z.date(),
    }),
    sql`
      select rebinding.rebinding_id, rebinding.person_id, coalesce(person.name, '') as name, rebinding.kind, rebinding.reason, rebinding.requested_by,
        coalesce(requester.name, '') as requested_by_name, rebinding.requested_at
      from rebinding
      left join contact person on person.community_id = rebinding.community_id and person.person_id = rebinding.person_id
      left join contact requester on requester.community_id = rebinding.community_id and requester.person_id = rebinding.requested_by
      where rebinding.community_id = ${actor.communityId} and rebinding.state = 'requested'
      order by rebinding.requested_at, rebinding.rebinding_id
      limit 100`,
  )

/** Moves the account to the person whose account code it has just used; false when it may not. */
export async function takeOverAccount(
  db: Db,
  it: { identityId: string; communityId: string; codeId: string },
): Promise<boolean> {
  const row = await db.one(
    z.object({ taken: z.boolean() }),
    sql`select take_over_account(${it.identityId}, ${it.communityId}, ${it.codeId}, ${newId()}) as taken`,
  )
  return row.taken
}
