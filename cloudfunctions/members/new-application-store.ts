import sql from 'sql-template-tag'
import * as z from 'zod'
import type { HOUSE_ROLES } from '../../types/vocabulary/roles'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Address } from '../shared/people/house-key'

export interface NewApplication extends Address {
  communityId: string
  personId: string
  houseKey: string
  role: (typeof HOUSE_ROLES)[number]
  name: string
  phone: string
}

/** A waiting application for the same house and role takes the corrected words instead of a twin. */
export async function putApplication(db: Db, it: NewApplication, now: Date): Promise<string> {
  const row = await db.one(
    z.object({ application_id: z.string() }),
    sql`
      insert into application (community_id, application_id, person_id, building, stair, room, house_key, role, name, phone, at, state)
      values (${it.communityId}, ${newId()}, ${it.personId}, ${it.building}, ${it.stair}, ${it.room}, ${it.houseKey}, ${it.role},
        ${it.name}, ${it.phone}, ${now}, 'waiting')
      on conflict (community_id, person_id, house_key, role) where state = 'waiting'
        do update set name = excluded.name, phone = excluded.phone, at = excluded.at
      returning application_id`,
  )
  return row.application_id
}
