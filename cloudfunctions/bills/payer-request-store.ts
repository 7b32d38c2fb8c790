import sql from 'sql-template-tag'
import * as z from 'zod'
import { PAYER_REQUEST_STATE_IDS, type PayerRequestState } from '../../types/vocabulary/billing-term'
import { AppError } from '../shared/call/app-error'
import { refuseOn } from '../shared/db/constraint'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { within } from '../shared/policy/reach'

const TenantRow = z.object({ binding_id: z.string(), house_id: z.string(), person_id: z.string(), name: z.string() })

/** The tenants who are bound to these houses now. */
export const listTenants = (db: Db, actor: Actor, houseIds: string[], now: Date) =>
  db.many(
    TenantRow,
    sql`
      select held.binding_id, held.house_id, seat.person_id, coalesce(contact.name, '') as name
      from binding held
      join seat on seat.community_id = held.community_id and seat.seat_id = held.seat_id and seat.role = 'tenant'
      left join contact on contact.community_id = seat.community_id and contact.person_id = seat.person_id
      where held.community_id = ${actor.communityId} and held.house_id = any (${houseIds}::uuid[])
        and held.from_at <= ${now} and (held.until_at is null or ${now} < held.until_at)
      order by held.house_id, held.from_at, held.binding_id
      limit 400`,
  )

export interface NewRequest {
  houseId: string
  bindingId: string
  personId: string
  from: string
  until?: string | undefined
}

/** One request waits for a house at a time. */
export async function insertRequest(db: Db, actor: Actor, it: NewRequest, now: Date): Promise<string> {
  const requestId = newId()
  const adding = db.run(sql`
    insert into payer_request (community_id, request_id, house_id, binding_id, person_id, from_on, until_on, state, asked_by, asked_at)
    values (${actor.communityId}, ${requestId}, ${it.houseId}, ${it.bindingId}, ${it.personId}, ${it.from}, ${it.until ?? null},
      'waiting', ${actor.personId}, ${now})`)
  await refuseOn({ payer_request_waiting: 'PAYER_ALREADY_ASKED' }, adding)
  return requestId
}

const RequestRow = z.object({
  request_id: z.string(),
  house_id: z.string(),
  person_id: z.string(),
  asked_by: z.string(),
  from_on: z.string(),
  until_on: z.string().nullable(),
  state: z.enum(PAYER_REQUEST_STATE_IDS),
  name: z.string(),
})
export type RequestRow = z.output<typeof RequestRow>

const COLUMNS = sql`
  asked.request_id, asked.house_id, asked.person_id, asked.asked_by, asked.from_on, asked.until_on, asked.state,
  coalesce((select name from contact where contact.community_id = asked.community_id and contact.person_id = asked.person_id), '') as name`

export const listWaiting = (db: Db, actor: Actor, houseIds: string[]): Promise<RequestRow[]> =>
  db.many(
    RequestRow,
    sql`
      select ${COLUMNS}
      from payer_request asked
      where asked.community_id = ${actor.communityId} and asked.house_id = any (${houseIds}::uuid[]) and asked.state = 'waiting'
      order by asked.asked_at, asked.request_id
      limit 200`,
  )

/** A request within reach, held until it is answered; else NOT_FOUND. */
export async function lockRequest(db: Db, actor: Actor, reach: Reach, requestId: string): Promise<RequestRow> {
  const row = await db.find(
    RequestRow,
    sql`
      select ${COLUMNS}
      from payer_request asked
      where ${within(actor, reach, { communityId: sql`asked.community_id`, houseId: sql`asked.house_id`, at: sql`asked.asked_at` })}
        and asked.request_id = ${requestId}
      for update of asked`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export const saveAnswer = (
  db: Db,
  actor: Actor,
  it: { requestId: string; state: Exclude<PayerRequestState, 'waiting'> },
  now: Date,
) =>
  db.run(sql`
    update payer_request
    set state = ${it.state}, answered_at = ${now}
    where community_id = ${actor.communityId} and request_id = ${it.requestId}`)
