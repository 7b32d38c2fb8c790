import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { getApplication, saveDecision } from '../application-store'

/** The desk does not bind the applicant and says why; the applicant reads it with the application. */
export const refuseApplication: Answer<typeof binding.refuseApplication> = async ({ db, actor, now }, { applicationId, reason }) => {
  const application = await getApplication(db, actor, applicationId)
  if (application.person_id === actor.personId) throw new AppError('SECOND_PERSON')
  await saveDecision(db, actor, { applicationId, state: 'refused', reason }, now)
  return { applicationId, state: 'refused' }
}
