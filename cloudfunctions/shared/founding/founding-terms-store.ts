import sql from 'sql-template-tag'
import type { Db } from '../db/db'
import { newId } from '../db/ids'
import type { FoundingContract, FoundingGuidePrices, FoundingStandard } from './founding'

/** The standard with its grades and promises; a grade that stands already keeps its promises. */
export async function ensureStandard(db: Db, { standardId, name, grades }: FoundingStandard): Promise<void> {
  for (const { code, rank, promises } of grades) {
    const added = await db.run(sql`
      insert into grade (standard_id, code, standard_name, rank)
      values (${standardId}, ${code}, ${name}, ${rank})
      on conflict on constraint grade_pkey do nothing`)
    if (added === 0) continue
    for (const [place, promise] of promises.entries()) {
      await db.run(sql`
        insert into grade_promise (standard_id, grade_code, place, dimension, clause_no, words, clock, minutes, calendar, repairs)
        values (${standardId}, ${code}, ${place}, ${promise.dimension}, ${promise.clauseNo}, ${promise.words},
          ${promise.clock ?? null}, ${promise.minutes ?? null}, ${promise.calendar ?? null}, ${promise.repairs ?? null})`)
    }
  }
}

/** The city's guide prices for a standard; gives how many are new. A price that stands already stays. */
export async function ensureGuidePrices(
  db: Db,
  { city, standardId }: { city: string; standardId: string },
  { document, fromOn, floatPercent, prices }: FoundingGuidePrices,
): Promise<number> {
  const rows = prices.flatMap(({ gradeCode, withLiftE4, withoutLiftE4 }) => [
    { gradeCode, withLift: true, priceE4: withLiftE4 },
    { gradeCode, withLift: false, priceE4: withoutLiftE4 },
  ])
  return db.run(sql`
    insert into guide_price (city, standard_id, grade_code, with_lift, from_on, price_e4, float_percent, document)
    select ${city}, ${standardId}, "gradeCode", "withLift", ${fromOn}, "priceE4", ${floatPercent}, ${document}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as price ("gradeCode" text, "withLift" boolean, "priceE4" bigint)
    on conflict do nothing`)
}

interface Parties {
  communityId: string
  enterpriseId: string
  standardId: string
}

export const insertContract = (db: Db, { communityId, enterpriseId, standardId }: Parties, it: FoundingContract) =>
  db.run(sql`
    insert into service_contract (community_id, contract_id, number, enterprise_id, standard_id, grade_code, charge_mode,
      from_on, until_on, due_days)
    values (${communityId}, ${newId()}, ${it.number}, ${enterpriseId}, ${standardId}, ${it.gradeCode}, ${it.chargeMode},
      ${it.fromOn}, ${it.untilOn ?? null}, ${it.dueDays})`)
