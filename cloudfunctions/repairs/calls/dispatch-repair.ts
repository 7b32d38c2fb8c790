import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { listTechnicians } from '../history-store'
import { moveRepair } from '../move-repair'

/** The desk sends the order to one technician of the community; the technician and the reporter are told. */
export const dispatchRepair: Answer<typeof repairs.dispatchRepair> = async (
  given,
  { repairId, technicianId, note },
) => {
  const technicians = await listTechnicians(given.db, given.actor, given.now)
  if (!technicians.some(({ person_id: personId }) => personId === technicianId)) throw new AppError('NOT_FOUND')
  const { before, reply } = await moveRepair(given, repairId, 'dispatch', {
    change: { assigneeId: technicianId, returned: false },
    told: { note, toPersonId: technicianId },
  })
  await given.tell({ personId: technicianId }, 'repairForYou', repairId)
  await given.tell({ personId: before.reporter_id }, 'repairDispatched', repairId)
  return reply
}
