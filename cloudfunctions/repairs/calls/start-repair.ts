import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { moveRepair } from '../move-repair'

/** The work begins. Nobody is told: whoever looks sees it. */
export const startRepair: Answer<typeof repairs.startRepair> = async (given, { repairId }) =>
  (await moveRepair(given, repairId, 'start')).reply
