import type * as payments from '../../../types/contracts/payments'
import type { Answer } from '../../shared/call/answer'
import { endOrder } from '../../shared/payment/settle-attempt'
import { askingWechat, attemptOf, sayPayment, stepsOf } from '../outside'
import { getPayment } from '../payment-store'

/** Closes an order at WeChat and here after, so that its bills can be paid in another way. Money that was faster stays. */
export const cancelPayment: Answer<typeof payments.cancelPayment> = {
  begin: async ({ db, actor, reach }, { attemptId }) => (await getPayment(db, actor, reach, attemptId)).attempt_id,
  goOn: async (outside, attemptId) => {
    const attempt = await attemptOf(outside, attemptId)
    if (attempt.state === 'new' || attempt.state === 'open') await askingWechat(endOrder(stepsOf(outside), attempt))
    return sayPayment(outside, attemptId)
  },
}
