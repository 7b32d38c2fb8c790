import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { saveDecision } from '../application-store'
import { applicationToDecide } from '../application-to-decide'

/** The desk does not bind the applicant and says why; the applicant reads it with the application. */
export const refuseApplication: Answer<typeof binding.refuseApplication> = async (given, { applicationId, reason }) => {
  await applicationToDecide(given, applicationId)
  const { db, actor, now } = given
  await saveDecision(db, actor, { applicationId, state: 'refused', reason }, now)
  return { applicationId, state: 'refused' }
}
