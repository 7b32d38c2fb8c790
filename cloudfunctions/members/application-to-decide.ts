import { AppError } from '../shared/call/app-error'
import type { Seated } from '../shared/call/answer'
import { type ApplicationRow, findPhoneOf, getApplication } from './application-store'
import { isSamePerson } from './rules/second-person'

/** An application that this employee may decide on: nobody decides on an own one, whichever account it came from. */
export async function applicationToDecide({ db, actor }: Seated, applicationId: string): Promise<ApplicationRow> {
  const application = await getApplication(db, actor, applicationId)
  const decider = { personId: actor.personId, phone: await findPhoneOf(db, actor) }
  if (isSamePerson(decider, { personId: application.person_id, phone: application.phone }))
    throw new AppError('SECOND_PERSON')
  return application
}
