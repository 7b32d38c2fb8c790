import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { moveRepair } from '../move-repair'

/** The technician gives the order back with a reason: nobody has it now, and the desk is told. */
export const returnRepair: Answer<typeof repairs.returnRepair> = async (given, { repairId, reason }) => {
  const { reply } = await moveRepair(given, repairId, 'return', {
    change: { assigneeId: null, returned: true },
    told: { note: reason },
  })
  await given.tell({ role: 'clerk' }, 'repairReturned', repairId)
  return reply
}
