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
})
export type MessageRow = z.output<typeof MessageRow>

/** One page of a person's messages in one community, newest first, with what each is about. */
export const listMessages = (db: Db, actor: Actor, page: { after: PageEnd | undefined; size: number }) =>
  db.many(
    MessageRow,
    sql`
      select message.message_id, message.topic, message.about_id, message.at, message.read_at,
        repair.number, repair.description, board.version, board.effective_from
      from message
      left join repair on repair.community_id = message.community_id and repair.repair_id = message.about_id
      left join fee_board board on board.community_id = message.community_id and board.board_id = message.about_id
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
