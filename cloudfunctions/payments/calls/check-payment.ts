import type * as payments from '../../../types/contracts/payments'
import type { Answer } from '../../shared/call/answer'
import { lookAtOrder } from '../../shared/payment/settle-attempt'
import { askingWechat, attemptOf, sayPayment, stepsOf } from '../outside'
import { getPayment } from '../payment-store'

/** Asks WeChat whether the money has come, and books it when it has. What the till said proves nothing. */
export const checkPayment: Answer<typeof payments.checkPayment> = {
  begin: async ({ db, actor, reach }, { attemptId }) => (await getPayment(db, actor, reach, attemptId)).attempt_id,
  goOn: async (outside, attemptId) => {
    const attempt = await attemptOf(outside, attemptId)
    if (attempt.state === 'new' || attempt.state === 'open') await askingWechat(lookAtOrder(stepsOf(outside), attempt))
    return sayPayment(outside, attemptId)
  },
}
