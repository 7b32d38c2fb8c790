import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { addBinding, ensureContact, ensureSeat } from '../../shared/people/seating-store'
import { saveDecision } from '../application-store'
import { applicationToDecide } from '../application-to-decide'

/** The desk binds the applicant to the house. It has looked at the register; nobody decides on their own application. */
export const approveApplication: Answer<typeof binding.approveApplication> = async (given, { applicationId }) => {
  const { db, actor, now, tell } = given
  const application = await applicationToDecide(given, applicationId)
  if (application.house_id === null) throw new AppError('HOUSE_UNKNOWN')
  await saveDecision(db, actor, { applicationId, state: 'approved' }, now)
  const person = { communityId: actor.communityId, personId: application.person_id }
  await ensureContact(db, { ...person, name: application.name, phone: application.phone })
  const seatId = await ensureSeat(db, { ...person, role: application.role }, now)
  await addBinding(db, { communityId: actor.communityId, seatId, houseId: application.house_id }, now)
  await tell({ personId: application.person_id }, 'applicationApproved', applicationId)
  return { applicationId, state: 'approved' }
}
