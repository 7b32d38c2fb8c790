import type * as announcements from '../../../types/contracts/announcements'
import type { Answer } from '../../shared/call/answer'
import { cardOf, movesOn } from '../announcement-card'
import { getAnnouncement } from '../announcement-store'
import { readerIn } from '../rules/reader'

/** One announcement in full, for anyone; a withdrawn one says why it was taken back. */
export const readAnnouncement: Answer<typeof announcements.readAnnouncement> = async (
  { db, actor, now },
  { communityId, announcementId },
) => {
  const row = await getAnnouncement(db, communityId, announcementId)
  const reader = readerIn(communityId, actor)
  return {
    ...cardOf(row, reader),
    text: row.body,
    ...(row.withdrawn_at !== null && {
      withdrawn: { at: row.withdrawn_at.toISOString(), reason: row.withdrawn_reason ?? '' },
    }),
    moves: movesOn(row, reader),
    now: now.toISOString(),
  }
}
