import sql, { empty } from 'sql-template-tag'
import * as z from 'zod'
import { MESSAGE_TOPIC_IDS } from '../../types/vocabulary/message'
import type { PageEnd } from '../shared/db/cursor'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

const MessageRow = z.object({
  message_id: z.string(),
  topic: z.enum(MESSAGE_TOPIC_IDS),
  about_id: z.string(),
  at: z.date(),
  read_at: z.date().nullable(),
  number: z.string().nullable(),
  description: z.string().nullable(),
  version: z.int().nullable(),
  effective_from: z.string().nullable(),
  bill_from: z.string().nullable(),
  bill_to: z.string().nullable(),
  bill_number: z.string().nullable(),
  amount_fen: z.int().nullable(),
  building: z.string().nullable(),
  stair: z.string().nullable(),
  room: z.string().nullable(),
  title: z.string().nullable(),
  quarter: z.string().nullable(),
  late_days: z.int().nullable(),
})
export type MessageRow = z.output<typeof MessageRow>

/** The house that a message about a binding is about: as it was typed, as it is bound, or as a code opened it. */
const HOUSE_OF_MESSAGE = sql`
  select application.building, application.stair, application.room
  from application
  where application.community_id = message.community_id and application.application_id = message.about_id
    and application.room <> ''
  union all
  select house.building, house.stair, house.room
  from binding
  join house on house.community_id = binding.community_id and house.house_id = binding.house_id
  where binding.community_id = message.community_id and binding.binding_id = message.about_id
  union all
  select house.building, house.stair, house.room
  from claim_code
  join house on house.community_id = claim_code.community_id and house.house_id = claim_code.house_id
  where claim_code.community_id = message.community_id and claim_code.code_id = message.about_id
  union all
  select house.building, house.stair, house.room
  from payer_request
  join house on house.community_id = payer_request.community_id and house.house_id = payer_request.house_id
  where payer_request.community_id = message.community_id and payer_request.request_id = message.about_id
  limit 1`

/** One page of a person's messages in one community, newest first, with what each is about. */
export const listMessages = (db: Db, actor: Actor, page: { after: PageEnd | undefined; size: number }) =>
  db.many(
    MessageRow,
    sql`
      select message.message_id, message.topic, message.about_id, message.at, message.read_at,
        coalesce(repair.number, receipt.number) as number, repair.description, board.version, board.effective_from,
        bill.from_on as bill_from, bill.to_on as bill_to, bill.number as bill_number,
        coalesce(bill.amount_fen, receipt.amount_fen) as amount_fen,
        place.building, place.stair, place.room, announcement.title, statement.quarter, statement.late_days
      from message
      left join repair on repair.community_id = message.community_id and repair.repair_id = message.about_id
      left join fee_board board on board.community_id = message.community_id and board.board_id = message.about_id
      left join bill on bill.community_id = message.community_id and bill.bill_id = message.about_id
      left join receipt on receipt.community_id = message.community_id and receipt.receipt_id = message.about_id
      left join announcement on announcement.community_id = message.community_id
        and announcement.announcement_id = message.about_id
      left join statement on statement.community_id = message.community_id and statement.statement_id = message.about_id
      left join lateral (${HOUSE_OF_MESSAGE}) place on true
      where message.community_id = ${actor.communityId} and message.person_id = ${actor.personId}
        ${page.after ? sql`and (message.at, message.message_id) < (${page.after.at}, ${page.after.id}::uuid)` : empty}
      order by message.at desc, message.message_id desc
      limit ${page.size}`,
  )

/** Unread messages of a person in one community; a bootstrap function, because open reads see no inbox. */
export async function countUnread(db: Db, actor: Actor): Promise<number> {
  const row = await db.one(
    z.object({ unread: z.int() }),
    sql`select unread_messages(${actor.personId}, ${actor.communityId}) as unread`,
  )
  return row.unread
}

/** Marks this message and all older ones of the same person as read. */
export const markReadUpTo = (db: Db, actor: Actor, messageId: string, now: Date) =>
  db.run(sql`
    update message
    set read_at = ${now}
    where community_id = ${actor.communityId} and person_id = ${actor.personId} and read_at is null
      and (at, message_id) <= (
        select upto.at, upto.message_id from message upto
        where upto.community_id = ${actor.communityId} and upto.person_id = ${actor.personId}
          and upto.message_id = ${messageId}
      )`)
