import type * as announcements from '../../../types/contracts/announcements'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { move } from '../../shared/machine/machine'
import { movesOn } from '../announcement-card'
import { getAnnouncement, saveWithdrawal } from '../announcement-store'
import { ANNOUNCEMENT_MACHINE, sideOf, stateOf } from '../rules/announcement-machine'

/** Takes it back for those it was told to; the words and the reason stay readable. */
export const withdrawAnnouncement: Answer<typeof announcements.withdrawAnnouncement> = async (
  { db, actor, now, tell },
  { announcementId, reason },
) => {
  const row = await getAnnouncement(db, actor.communityId, announcementId)
  if (sideOf(actor.role) !== row.side) throw new AppError('NOT_ALLOWED')
  const state = move(ANNOUNCEMENT_MACHINE, stateOf(row), 'withdraw', { role: actor.role })
  await saveWithdrawal(db, actor, announcementId, reason, now)
  await tell({ everyone: 'residents', buildings: row.buildings }, 'announcementWithdrawn', announcementId)
  return { announcementId, state, moves: movesOn({ ...row, withdrawn_at: now, withdrawn_reason: reason }, actor) }
}
