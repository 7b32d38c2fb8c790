import type * as terms from '../../../types/contracts/bills-terms'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { insertPayer } from '../new-term-store'
import { lockRequest, saveAnswer } from '../payer-request-store'
import { lockHouse, overlaps } from '../term-store'

/** The tenant's own word, given by the tenant: only then do bills go to the tenant, from the day that was asked for. */
export const answerPayerRequest: Answer<typeof terms.answerPayerRequest> = async (
  { db, actor, reach, now, tell },
  { requestId, agrees },
) => {
  const asked = await lockRequest(db, actor, reach, requestId)
  if (asked.person_id !== actor.personId) throw new AppError('NOT_FOUND')
  if (asked.state !== 'waiting') throw new AppError('WRONG_STATE')
  const state = agrees ? 'agreed' : 'declined'
  await saveAnswer(db, actor, { requestId, state }, now)
  await tell({ personId: asked.asked_by }, agrees ? 'payerAgreed' : 'payerDeclined', requestId)
  if (!agrees) return { requestId, state }
  const term = {
    houseId: asked.house_id,
    from: asked.from_on,
    ...(asked.until_on !== null && { until: asked.until_on }),
  }
  await lockHouse(db, actor, asked.house_id)
  if (await overlaps(db, actor, { kind: 'payer', houseId: asked.house_id }, term)) throw new AppError('WRONG_STATE')
  await insertPayer(db, actor, { ...term, kind: 'tenant', personId: actor.personId })
  return { requestId, state }
}
