import sql from 'sql-template-tag'
import * as z from 'zod'
import { PROMISE_CALENDARS, REPAIR_CLOCK_IDS } from '../../../types/vocabulary/repair'
import type { Db } from '../db/db'

const shape = {
  clock: z.enum(REPAIR_CLOCK_IDS),
  minutes: z.int(),
  calendar: z.enum(PROMISE_CALENDARS),
  grade_code: z.string(),
  clause_no: z.string(),
  words: z.string(),
}
const PromiseRow = z.object({ repair_id: z.string(), ...shape })
export type PromiseRow = z.output<typeof PromiseRow>
const OfferRow = z.object({ urgent: z.boolean(), ...shape })
export type OfferRow = z.output<typeof OfferRow>

/** What was promised for these orders when they were filed. */
export const listFrozenPromises = (db: Db, communityId: string, repairIds: string[]): Promise<PromiseRow[]> =>
  db.many(
    PromiseRow,
    sql`
      select repair_id, clock, minutes, calendar, grade_code, clause_no, words
      from repair_promise
      where community_id = ${communityId} and repair_id = any (${repairIds}::uuid[])
      order by repair_id, clock
      limit ${3 * repairIds.length}`,
  )

/** What the contract in force on a business day promises for urgent and for other repairs, the strictest for each clock. */
export const listOffers = (db: Db, communityId: string, day: string): Promise<OfferRow[]> =>
  db.many(
    OfferRow,
    sql`
      with in_force as (
        select standard_id, grade_code
        from service_contract
        where community_id = ${communityId} and from_on <= ${day}::date and (until_on is null or ${day}::date < until_on)
        order by from_on desc
        limit 1
      )
      select distinct on (kind.urgent, promise.clock) kind.urgent, promise.clock, promise.minutes,
        coalesce(promise.calendar, 'always') as calendar, promise.grade_code, promise.clause_no, promise.words
      from in_force
      join grade_promise promise using (standard_id, grade_code)
      cross join (values (true, 'urgent'), (false, 'general')) as kind (urgent, name)
      where promise.clock is not null and promise.minutes is not null
        and (promise.repairs is null or promise.repairs = kind.name)
      order by kind.urgent, promise.clock, promise.minutes, promise.place
      limit 6`,
  )

/** The grade of the contract in force on a business day. */
export async function findGradeOn(db: Db, communityId: string, day: string): Promise<string | undefined> {
  const row = await db.find(
    z.object({ grade_code: z.string() }),
    sql`
      select grade_code
      from service_contract
      where community_id = ${communityId} and from_on <= ${day}::date and (until_on is null or ${day}::date < until_on)
      order by from_on desc
      limit 1`,
  )
  return row?.grade_code
}

/** Keeps with the order what was promised on the day it was filed, for ever. */
export async function freezePromises(
  db: Db,
  communityId: string,
  repairId: string,
  offers: readonly OfferRow[],
): Promise<void> {
  for (const offer of offers) {
    await db.run(sql`
      insert into repair_promise (community_id, repair_id, clock, minutes, calendar, grade_code, clause_no, words)
      values (${communityId}, ${repairId}, ${offer.clock}, ${offer.minutes}, ${offer.calendar}, ${offer.grade_code},
        ${offer.clause_no}, ${offer.words})`)
  }
}
