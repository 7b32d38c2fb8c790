import sql from 'sql-template-tag'
import * as z from 'zod'
import { RATING_TAG_IDS } from '../../types/vocabulary/rating'
import { REPAIR_ACT_IDS } from '../../types/vocabulary/repair'
import { ROLE_IDS } from '../../types/vocabulary/roles'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

const EventRow = z.object({
  event_id: z.string(),
  act: z.enum(REPAIR_ACT_IDS),
  at: z.date(),
  role: z.enum(ROLE_IDS).nullable(),
  person_id: z.string().nullable(),
  name: z.string().nullable(),
  to_name: z.string().nullable(),
  detail: z.string().nullable(),
  note: z.string().nullable(),
  photo_ids: z.array(z.string()),
})
export type EventRow = z.output<typeof EventRow>

/** The order's history, newest first. The order itself must have been found within reach before. */
export const listEvents = (db: Db, actor: Actor, repairId: string): Promise<EventRow[]> =>
  db.many(
    EventRow,
    sql`
      select event.event_id, event.act, event.at, event.role, event.person_id, event.detail, contact.name,
        sent.name as to_name, note.text as note,
        array(
          select photo.file_id::text from repair_photo photo
          where photo.community_id = event.community_id and photo.event_id = event.event_id
          order by photo.place
        ) as photo_ids
      from repair_event event
      left join contact on contact.community_id = event.community_id and contact.person_id = event.person_id
      left join contact sent on sent.community_id = event.community_id and sent.person_id = event.to_person_id
      left join repair_note note on note.community_id = event.community_id and note.event_id = event.event_id
      where event.community_id = ${actor.communityId} and event.repair_id = ${repairId}
      order by event.at desc, event.event_id desc
      limit 200`,
  )

/** Name and telephone of the person whose order it is, as the community knows them. */
export const findReporter = (db: Db, actor: Actor, personId: string) =>
  db.find(
    z.object({ name: z.string(), phone: z.string().nullable() }),
    sql`select name, phone from contact where community_id = ${actor.communityId} and person_id = ${personId}`,
  )

const RatingRow = z.object({
  stars: z.int(),
  tags: z.array(z.enum(RATING_TAG_IDS)),
  words: z.string().nullable(),
  rated_at: z.date(),
})

/** The rating of an order that was found within reach before. */
export const findRating = (db: Db, actor: Actor, repairId: string) =>
  db.find(
    RatingRow,
    sql`
      select stars, tags, words, rated_at
      from rating
      where community_id = ${actor.communityId} and repair_id = ${repairId}`,
  )

const TechnicianRow = z.object({
  person_id: z.string(),
  name: z.string(),
  office_name: z.string().nullable(),
  open_tasks: z.int(),
})

/** The technicians of the community now, those with the least open work first. */
export const listTechnicians = (db: Db, actor: Actor, now: Date) =>
  db.many(
    TechnicianRow,
    sql`
      select seat.person_id, coalesce(contact.name, '') as name, seat.office_name,
        (select count(*)::integer from repair
         where repair.community_id = seat.community_id and repair.assignee_id = seat.person_id
           and repair.state in ('dispatched', 'taken', 'arrived', 'working')) as open_tasks
      from seat
      left join contact on contact.community_id = seat.community_id and contact.person_id = seat.person_id
      where seat.community_id = ${actor.communityId} and seat.role = 'technician'
        and seat.from_at <= ${now} and (seat.until_at is null or ${now} < seat.until_at)
      order by open_tasks, contact.name, seat.person_id
      limit 200`,
  )
