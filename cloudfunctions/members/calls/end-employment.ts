import type * as offices from '../../../types/contracts/members-offices'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { handOverTasks } from '../../shared/repair/hand-over-store'
import { countOpenCodesOf, revokeCodesOf } from '../claim-code-store'
import { lockLiveSeat, saveSeatEnd } from '../office-store'
import { handOver, mayAppoint } from '../rules/offices'
import { endMember } from '../staff-member-store'

/** Ends an office at once: the seat opens nothing any more, and the leaver's open work is handed over. */
export const endEmployment: Answer<typeof offices.endEmployment> = async (given, { seatId, reason }) => {
  const { db, actor, now } = given
  const seat = await lockLiveSeat(db, actor, seatId, now)
  if (!mayAppoint(actor.role, seat.role)) throw new AppError('NOT_ALLOWED')
  if (seat.person_id === actor.personId) throw new AppError('SECOND_PERSON')
  await saveSeatEnd(db, actor, { seatId, reason }, now)
  await endMember(db, actor, { personId: seat.person_id, duty: seat.role, day: businessDate(now) }, now)
  const { revokeCodes } = handOver({ openCodes: await countOpenCodesOf(db, actor, seat.person_id, now) })
  const codesRevoked = revokeCodes ? await revokeCodesOf(db, actor, { personId: seat.person_id }, now) : 0
  const tasksHandedOver = seat.role === 'technician' ? await handOverTasks(given, seat.person_id) : 0
  return { seatId, codesRevoked, tasksHandedOver }
}
