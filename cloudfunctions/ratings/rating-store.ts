import sql from 'sql-template-tag'
import * as z from 'zod'
import { RATING_TAG_IDS, type RatingTag } from '../../types/vocabulary/rating'
import { REPAIR_STATE_IDS } from '../../types/vocabulary/repair'
import { AppError } from '../shared/call/app-error'
import { refuseOn } from '../shared/db/constraint'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { servesHere } from '../shared/repair/staff-store'
import { repairWithin } from '../shared/repair/within-store'

const RatedRow = z.object({
  repair_id: z.string(),
  reporter_id: z.string(),
  assignee_id: z.string().nullable(),
  state: z.enum(REPAIR_STATE_IDS),
  confirmed_at: z.date().nullable(),
  stars: z.int().nullable(),
  tags: z.array(z.enum(RATING_TAG_IDS)).nullable(),
  words: z.string().nullable(),
  rated_at: z.date().nullable(),
  changed_at: z.date().nullable(),
  reader_serves: z.boolean(),
  building: z.string(),
  stair: z.string(),
  room: z.string(),
})
export type RatedRow = z.output<typeof RatedRow>

/** The order with its rating, if the order is within reach; else NOT_FOUND. */
export async function getRated(db: Db, actor: Actor, reach: Reach, repairId: string): Promise<RatedRow> {
  const row = await db.find(
    RatedRow,
    sql`
      select repair.repair_id, repair.reporter_id, repair.assignee_id, repair.state, repair.confirmed_at, rating.stars, rating.tags,
        rating.words, rating.rated_at, rating.changed_at, ${servesHere(actor)} as reader_serves,
        house.building, house.stair, house.room
      from repair
      join house on house.community_id = repair.community_id and house.house_id = repair.house_id
      left join rating on rating.community_id = repair.community_id and rating.repair_id = repair.repair_id
      where ${repairWithin(actor, reach)} and repair.repair_id = ${repairId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

interface Given {
  repairId: string
  stars: number
  tags: RatingTag[]
  words?: string | undefined
}

/** The one rating of an order; a second one is refused, also when both come at the same moment. */
export const insertRating = (db: Db, actor: Actor, it: Given, now: Date) =>
  refuseOn(
    { rating_pkey: 'REPAIR_IS_RATED' },
    db.run(sql`
      insert into rating (community_id, repair_id, person_id, stars, tags, words, rated_at)
      values (${actor.communityId}, ${it.repairId}, ${actor.personId}, ${it.stars}, ${it.tags}, ${it.words ?? null}, ${now})`),
  )

export const saveRating = (db: Db, actor: Actor, it: Given, now: Date) =>
  db.run(sql`
    update rating
    set stars = ${it.stars}, tags = ${it.tags}, words = ${it.words ?? null}, changed_at = ${now}
    where community_id = ${actor.communityId} and repair_id = ${it.repairId} and person_id = ${actor.personId}`)
