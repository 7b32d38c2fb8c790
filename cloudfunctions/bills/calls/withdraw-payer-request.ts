import type * as terms from '../../../types/contracts/bills-terms'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { lockRequest, saveAnswer } from '../payer-request-store'

/** Takes a request back before it is answered: the desk any, an owner those for the own house. */
export const withdrawPayerRequest: Answer<typeof terms.withdrawPayerRequest> = async (
  { db, actor, reach, now },
  { requestId },
) => {
  const asked = await lockRequest(db, actor, reach, requestId)
  if (asked.state !== 'waiting') throw new AppError('WRONG_STATE')
  await saveAnswer(db, actor, { requestId, state: 'withdrawn' }, now)
  return { requestId }
}
