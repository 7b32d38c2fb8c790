import type * as announcements from '../../../types/contracts/announcements'
import type { Answer } from '../../shared/call/answer'
import { cursorOf, readCursor } from '../../shared/db/cursor'
import { cardOf } from '../announcement-card'
import { listAnnouncements as listRows } from '../announcement-store'
import { readerIn } from '../rules/reader'

const PAGE_SIZE = 20

/** Everything a community was told, withdrawn announcements included, newest first. */
export const listAnnouncements: Answer<typeof announcements.listAnnouncements> = async (
  { db, actor },
  { communityId, after },
) => {
  const rows = await listRows(db, communityId, { after: readCursor(after), size: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const reader = readerIn(communityId, actor)
  return {
    announcements: page.map((row) => cardOf(row, reader)),
    ...(rows.length > PAGE_SIZE && last && { next: cursorOf({ at: last.posted_at, id: last.announcement_id }) }),
  }
}
