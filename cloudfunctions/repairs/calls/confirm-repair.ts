import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { moveRepair } from '../move-repair'

/** The reporter says that it is mended; whoever mended it is told. */
export const confirmRepair: Answer<typeof repairs.confirmRepair> = async (given, { repairId }) => {
  const { before, reply } = await moveRepair(given, repairId, 'confirm', { change: { confirmedAt: given.now } })
  if (before.assignee_id) await given.tell({ personId: before.assignee_id }, 'repairConfirmed', repairId)
  return reply
}
