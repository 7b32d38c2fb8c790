import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { moveRepair } from '../move-repair'

/** The technician is there: the server's clock says when. */
export const arriveRepair: Answer<typeof repairs.arriveRepair> = async (given, { repairId }) => {
  const { before, reply } = await moveRepair(given, repairId, 'arrive')
  await given.tell({ personId: before.reporter_id }, 'repairArrived', repairId)
  return reply
}
