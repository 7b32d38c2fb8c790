import type { Outside } from '../shared/call/answer'
import { AppError } from '../shared/call/app-error'
import { getAttempt, type Attempt } from '../shared/payment/attempt-store'
import type { Step } from '../shared/payment/settle-attempt'
import { WechatPayRefusal, WechatPayUnknown } from '../shared/wechat/pay/client'
import { getPayment } from './payment-store'
import { type Payment, viewPayment } from './payment-view'

/** An errand's steps as the payment domain opens them: in the community of whoever acts. */
export const stepsOf =
  ({ step, actor }: Outside): Step =>
  (work) =>
    step(({ db, now, tell }) => work({ db, communityId: actor.communityId, now, tell }))

export const attemptOf = ({ step, actor }: Outside, attemptId: string): Promise<Attempt> =>
  step(({ db }) => getAttempt(db, actor.communityId, attemptId))

/** How the payment stands after all. */
export const sayPayment = ({ step, actor, reach }: Outside, attemptId: string): Promise<Payment> =>
  step(async ({ db }) => viewPayment(db, actor, await getPayment(db, actor, reach, attemptId)))

/** What WeChat's silence or refusal is for a person; whatever was asked is asked again by clockwork. */
export async function askingWechat<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof WechatPayUnknown) throw new AppError('PAYMENT_UNREACHABLE')
    if (error instanceof WechatPayRefusal) throw new AppError('PAYMENT_REFUSED')
    throw error
  }
}
