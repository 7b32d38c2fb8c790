import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { moveRepair } from '../move-repair'

/** The reporter takes the report back, with a reason if there is one; the clerks are told, and whoever was on the way. */
export const withdrawRepair: Answer<typeof repairs.withdrawRepair> = async (given, { repairId, reason }) => {
  const { before, reply } = await moveRepair(given, repairId, 'withdraw', { told: { note: reason } })
  await given.tell({ role: 'clerk' }, 'repairWithdrawn', repairId)
  if (before.assignee_id) await given.tell({ personId: before.assignee_id }, 'repairWithdrawn', repairId)
  return reply
}
