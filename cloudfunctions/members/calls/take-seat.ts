import type * as members from '../../../types/contracts/members'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { chooseSeat } from '../../shared/people/seats-store'

/** Changes which of one's own live seats acts from now on, for this identity. */
export const takeSeat: Answer<typeof members.takeSeat> = async ({ db, actor }, { seatId }) => {
  if (!(await chooseSeat(db, actor.identityId, seatId))) throw new AppError('NOT_FOUND')
  return { seatId }
}
