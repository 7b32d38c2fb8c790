import type * as announcements from '../../../types/contracts/announcements'
import { ANNOUNCEMENT_LIMITS } from '../../../types/vocabulary/announcement'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { newId } from '../../shared/db/ids'
import { countPostedOn, insertAnnouncement, listBuildings } from '../announcement-store'
import { FIRST_ANNOUNCEMENT_STATE, sideOf } from '../rules/announcement-machine'
import { problemsOf } from '../rules/announcement-problems'

/** Posts it in the name of the office, and tells every resident whom it concerns once. */
export const postAnnouncement: Answer<typeof announcements.postAnnouncement> = async (
  { db, actor, now, tell },
  { kind, title, text, outage, buildings },
) => {
  const side = sideOf(actor.role)
  if (!side) throw new AppError('NOT_ALLOWED')
  const known = await listBuildings(db, actor.communityId)
  const fields = problemsOf({ kind, title, text, outage, buildings }, { now, buildings: known })
  if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields })
  const posted = await countPostedOn(db, actor.communityId, businessDate(now))
  if (posted >= ANNOUNCEMENT_LIMITS.perDayMax) throw new AppError('TOO_MANY')
  const announcementId = newId()
  const chosen = known.filter((building) => buildings.includes(building)) // each once, in the order people count them
  await insertAnnouncement(db, actor, { announcementId, kind, title, text, outage, buildings: chosen, side }, now)
  await tell({ everyone: 'residents', buildings: chosen }, 'announcementPosted', announcementId)
  return { announcementId, state: FIRST_ANNOUNCEMENT_STATE }
}
