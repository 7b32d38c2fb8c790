import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { moveRepair } from '../move-repair'

/** The reporter objects to a closing: the order is before the property again, and clerk and manager are told. */
export const objectToClosing: Answer<typeof repairs.objectToClosing> = async (given, { repairId, reason }) => {
  const { reply } = await moveRepair(given, repairId, 'object', {
    change: { assigneeId: null },
    told: { note: reason },
  })
  await given.tell({ role: 'clerk' }, 'repairObjected', repairId)
  await given.tell({ role: 'manager' }, 'repairObjected', repairId)
  return reply
}
