import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { getApplication, saveDecision } from '../application-store'
import { addBinding, ensureContact, ensureSeat } from '../seating-store'

/** The desk binds the applicant to the house. It has looked at the register; nobody decides on their own application. */
export const approveApplication: Answer<typeof binding.approveApplication> = async ({ db, actor, now, tell }, { applicationId }) => {
  const application = await getApplication(db, actor, applicationId)
  if (application.person_id === actor.personId) throw new AppError('SECOND_PERSON')
  if (application.house_id === null) throw new AppError('HOUSE_UNKNOWN')
  await saveDecision(db, actor, { applicationId, state: 'approved' }, now)
  const person = { communityId: actor.communityId, personId: application.person_id }
  await ensureContact(db, { ...person, name: application.name, phone: application.phone })
  const seatId = await ensureSeat(db, { ...person, role: application.role }, now)
  await addBinding(db, { communityId: actor.communityId, seatId, houseId: application.house_id }, now)
  await tell({ personId: application.person_id }, 'applicationApproved', applicationId)
  return { applicationId, state: 'approved' }
}
