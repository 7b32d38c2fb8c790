import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { countsAsSamePerson } from '../../shared/people/same-person-store'
import { moveRepair } from '../move-repair'
import { isWithColleague } from '../repair-store'

/**
 * A technician takes what was sent to them, or what nobody has. Where many tap at once one has it, and the others are told
 * that a colleague was faster, whether they lost the race or came a moment later. Nobody takes what they reported themselves:
 * whoever did the work would confirm it, too (model.md D7 18).
 */
export const takeRepair: Answer<typeof repairs.takeRepair> = async (given, { repairId }) => {
  const { db, actor, tell } = given
  const change = { assigneeId: actor.personId, returned: false }
  const taken = moveRepair(given, repairId, 'take', { change })
  const { before, reply } = await taken.catch(async (error: unknown) => {
    const wasRefused = error instanceof AppError
    throw wasRefused && (await isWithColleague(db, actor, repairId)) ? new AppError('REPAIR_TAKEN') : error
  })
  if (await countsAsSamePerson(db, actor, before.reporter_id)) throw new AppError('SECOND_PERSON')
  await tell({ personId: before.reporter_id }, 'repairTaken', repairId)
  return reply
}
