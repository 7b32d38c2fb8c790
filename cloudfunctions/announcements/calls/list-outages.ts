import type * as announcements from '../../../types/contracts/announcements'
import type { Answer } from '../../shared/call/answer'
import { cardOf } from '../announcement-card'
import { listOutages as listRows } from '../announcement-store'
import { readerIn } from '../rules/reader'

const SHOWN_MAX = 20

/** What is missing now or will be, so that the home page can say it before the tap runs dry. */
export const listOutages: Answer<typeof announcements.listOutages> = async ({ db, actor, now }, { communityId }) => {
  const reader = readerIn(communityId, actor)
  const rows = await listRows(db, communityId, now, SHOWN_MAX)
  return { outages: rows.map((row) => cardOf(row, reader)), now: now.toISOString() }
}
