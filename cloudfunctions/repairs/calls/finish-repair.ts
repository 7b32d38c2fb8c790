import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { ensureOwnPhotos } from '../attach-photos'
import { moveRepair } from '../move-repair'

/** The work is done, in words and with photos if there are any; now the reporter has the word. */
export const finishRepair: Answer<typeof repairs.finishRepair> = async (given, { repairId, work, photoIds }) => {
  await ensureOwnPhotos(given.db, given.actor, photoIds, 'workPhoto')
  const { before, reply } = await moveRepair(given, repairId, 'finish', { told: { note: work, photoIds } })
  await given.tell({ personId: before.reporter_id }, 'repairDone', repairId)
  return reply
}
