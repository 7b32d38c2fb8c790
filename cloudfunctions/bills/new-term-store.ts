import sql from 'sql-template-tag'
import * as z from 'zod'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

interface Days {
  houseId: string
  from: string
  until?: string | undefined
}

export const insertSpace = (db: Db, actor: Actor, it: Days & { itemCode: string; quantity: number }) =>
  db.run(sql`
    insert into house_space (community_id, house_id, item_code, from_on, until_on, quantity)
    values (${actor.communityId}, ${it.houseId}, ${it.itemCode}, ${it.from}, ${it.until ?? null}, ${it.quantity})`)

export const insertRelief = (db: Db, actor: Actor, it: Days & { percent: number; basisWords: string }) =>
  db.run(sql`
    insert into house_relief (community_id, house_id, from_on, until_on, percent, basis_words)
    values (${actor.communityId}, ${it.houseId}, ${it.from}, ${it.until ?? null}, ${it.percent}, ${it.basisWords})`)

export const insertPayer = (
  db: Db,
  actor: Actor,
  it: Days & ({ kind: 'tenant'; personId: string } | { kind: 'organisation'; ownerId: string }),
) =>
  db.run(sql`
    insert into house_payer (community_id, house_id, from_on, until_on, kind, person_id, owner_id)
    values (${actor.communityId}, ${it.houseId}, ${it.from}, ${it.until ?? null}, ${it.kind},
      ${it.kind === 'tenant' ? it.personId : null}, ${it.kind === 'organisation' ? it.ownerId : null})`)

/** An organisation of the owner register; else NOT_FOUND. */
export async function ensureOrganisation(db: Db, actor: Actor, ownerId: string): Promise<void> {
  const row = await db.find(
    z.object({ owner_id: z.string() }),
    sql`
      select owner_id from owner
      where community_id = ${actor.communityId} and owner_id = ${ownerId} and kind = 'organisation' and merged_into is null`,
  )
  if (!row) throw new AppError('NOT_FOUND')
}
