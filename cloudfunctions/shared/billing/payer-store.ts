import sql from 'sql-template-tag'
import type { Db } from '../db/db'

/** Ends from a day on what this tenant pays for a house; what would have begun later goes. The owner pays again. */
export async function endTenantPaying(
  db: Db,
  it: { communityId: string; houseId: string; personId: string; day: string },
): Promise<void> {
  const paidByTenant = sql`
    community_id = ${it.communityId} and house_id = ${it.houseId} and kind = 'tenant' and person_id = ${it.personId}`
  await db.run(sql`delete from house_payer where ${paidByTenant} and from_on >= ${it.day}`)
  await db.run(sql`
    update house_payer
    set until_on = ${it.day}
    where ${paidByTenant} and from_on < ${it.day} and (until_on is null or ${it.day} < until_on)`)
  await db.run(sql`
    update payer_request
    set state = 'withdrawn'
    where community_id = ${it.communityId} and house_id = ${it.houseId} and person_id = ${it.personId} and state = 'waiting'`)
}
