import sql from 'sql-template-tag'
import * as z from 'zod'
import { ROLE_IDS } from '../../types/vocabulary/roles'
import type { Db } from '../shared/db/db'
import type { Address } from '../shared/people/house-key'

/** The house and the owner that the register of the joined community has for this address and this number today. */
export const findOwnerByPhone = (db: Db, { building, stair, room }: Address, phone: string) =>
  db.find(
    z.object({ house_id: z.string(), owner_id: z.string(), name: z.string() }),
    sql`select house_id, owner_id, name from owner_by_phone(${building}, ${stair}, ${room}, ${phone})`,
  )

/** The open appointment of the employee with this number in the personnel register. */
export const findOfficeByPhone = (db: Db, phone: string) =>
  db.find(
    z.object({ code_id: z.string(), role: z.enum(ROLE_IDS), office_name: z.string(), name: z.string() }),
    sql`select code_id, role, office_name, name from office_by_phone(${phone})`,
  )

/** Takes the appointment; false when somebody was faster. */
export async function takeOffice(
  db: Db,
  it: { communityId: string; codeId: string; personId: string },
  now: Date,
): Promise<boolean> {
  const taken = await db.run(sql`
    update claim_code
    set used_by = ${it.personId}, used_at = ${now}
    where community_id = ${it.communityId} and code_id = ${it.codeId} and used_at is null and revoked_at is null`)
  return taken === 1
}
