import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { moveRepair } from '../move-repair'

/** The desk takes the order in; its reporter is told. */
export const receiveRepair: Answer<typeof repairs.receiveRepair> = async (given, { repairId }) => {
  const { before, reply } = await moveRepair(given, repairId, 'receive')
  await given.tell({ personId: before.reporter_id }, 'repairReceived', repairId)
  return reply
}
