import { AppError } from '../shared/call/app-error'
import type { Seated } from '../shared/call/answer'
import { isSelf } from '../shared/people/same-person'
import { selfOf } from '../shared/people/same-person-store'
import { type ApplicationRow, getApplication } from './application-store'

/** An application that this employee may decide on: nobody decides on an own one, whichever account it came from. */
export async function applicationToDecide({ db, actor }: Seated, applicationId: string): Promise<ApplicationRow> {
  const application = await getApplication(db, actor, applicationId)
  const applicant = { personId: application.person_id, phone: application.phone }
  if (isSelf(await selfOf(db, actor), applicant)) throw new AppError('SECOND_PERSON')
  return application
}
