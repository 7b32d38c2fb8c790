import type * as members from '../../../types/contracts/members'
import { MESSAGE_TOPICS } from '../../../types/vocabulary/message'
import type { Answer } from '../../shared/call/answer'
import { cursorOf, readCursor } from '../../shared/db/cursor'
import { listMessages as listRows, type MessageRow } from '../message-store'
import { sayMessage } from '../rules/message-text'

const PAGE_SIZE = 20

/** One's own messages in the acting seat's community, newest first. */
export const listMessages: Answer<typeof members.listMessages> = async ({ db, actor }, { after }) => {
  const rows = await listRows(db, actor, { after: readCursor(after), size: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  return {
    messages: page.map((row) => ({
      messageId: row.message_id,
      topic: row.topic,
      text: sayMessage(row.topic, row),
      ...aboutOf(row),
      at: row.at.toISOString(),
      read: row.read_at !== null,
    })),
    ...(rows.length > PAGE_SIZE && last && { next: cursorOf({ at: last.at, id: last.message_id }) }),
  }
}

/** The id under the name of what the message is about, so that a tap can open it. */
function aboutOf({ topic, about_id }: MessageRow): {
  repairId?: string
  boardId?: string
  billId?: string
  announcementId?: string
  statementId?: string
  receiptId?: string
} {
  switch (MESSAGE_TOPICS[topic].about) {
    case 'repair':
      return { repairId: about_id }
    case 'bill':
      return { billId: about_id }
    case 'board':
      return { boardId: about_id }
    case 'announcement':
      return { announcementId: about_id }
    case 'statement':
      return { statementId: about_id }
    case 'receipt':
      return { receiptId: about_id }
    case 'binding':
      return {}
  }
}
