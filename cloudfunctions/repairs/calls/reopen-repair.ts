import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { ensureOwnPhotos } from '../attach-photos'
import { moveRepair } from '../move-repair'

/** Not mended (返工): the order is with the same technician again, and counted; the desk is told as well. */
export const reopenRepair: Answer<typeof repairs.reopenRepair> = async (given, { repairId, reason, photoIds }) => {
  await ensureOwnPhotos(given.db, given.actor, photoIds, 'repairPhoto')
  const { before, reply } = await moveRepair(given, repairId, 'reopen', {
    change: { reopens: true },
    told: { note: reason, photoIds },
  })
  if (before.assignee_id) await given.tell({ personId: before.assignee_id }, 'repairReopened', repairId)
  await given.tell({ role: 'clerk' }, 'repairReopened', repairId)
  return reply
}
