import type * as members from '../../../types/contracts/members'
import type { Answer } from '../../shared/call/answer'
import { countUnread, markReadUpTo } from '../message-store'

/** Marks as read everything that was on the screen: messages up to the newest one shown. */
export const markMessagesRead: Answer<typeof members.markMessagesRead> = async ({ db, actor, now }, { upTo }) => {
  await markReadUpTo(db, actor, upTo, now)
  return { seatId: actor.seatId, unreadMessages: await countUnread(db, actor) }
}
