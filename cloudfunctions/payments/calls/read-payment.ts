import type * as payments from '../../../types/contracts/payments'
import type { Answer } from '../../shared/call/answer'
import { getPayment } from '../payment-store'
import { viewPayment } from '../payment-view'

/** How a payment stands here; WeChat is not asked. */
export const readPayment: Answer<typeof payments.readPayment> = async ({ db, actor, reach }, { attemptId }) =>
  viewPayment(db, actor, await getPayment(db, actor, reach, attemptId))
