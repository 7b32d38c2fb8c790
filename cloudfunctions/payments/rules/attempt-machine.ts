import type { AttemptState } from '../../../types/vocabulary/payment'
import type { Transition } from '../../shared/machine/machine'

/**
 * What people may do about an order that is not over. What it comes to is WeChat's word alone: the states after are what the
 * act is for, not what it makes. Only whoever opened an order can pay it, because WeChat takes it from no other account.
 */
export const ATTEMPT_MACHINE = {
  pay: {
    does: '继续支付',
    from: ['new', 'open'],
    to: 'open',
    by: ['owner', 'family', 'tenant'],
    call: 'payments.preparePayment',
    only: 'the author',
  },
  check: {
    does: '查一下付了没有',
    from: ['new', 'open'],
    to: 'paid',
    by: ['owner', 'family', 'tenant', 'clerk', 'cashier', 'manager'],
    call: 'payments.checkPayment',
  },
  cancel: {
    does: '取消这笔支付',
    from: ['new', 'open'],
    to: 'closed',
    by: ['owner', 'family', 'tenant', 'clerk', 'cashier'],
    call: 'payments.cancelPayment',
  },
} as const satisfies Record<string, Transition<AttemptState>>
