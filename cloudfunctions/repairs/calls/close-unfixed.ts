import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { moveRepair } from '../move-repair'

/** The manager closes an order without a repair, with a reason that its reporter reads and can object to. */
export const closeUnfixed: Answer<typeof repairs.closeUnfixed> = async (given, { repairId, why, reason }) => {
  const { before, reply } = await moveRepair(given, repairId, 'closeUnfixed', { told: { note: reason, detail: why } })
  await given.tell({ personId: before.reporter_id }, 'repairClosedUnfixed', repairId)
  if (before.assignee_id) await given.tell({ personId: before.assignee_id }, 'repairClosedUnfixed', repairId)
  return reply
}
