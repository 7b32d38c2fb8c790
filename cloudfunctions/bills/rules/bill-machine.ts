import type { BillState } from '../../../types/vocabulary/bill'
import type { Transition } from '../../shared/machine/machine'

/** A run makes a bill in this state. */
export const FIRST_BILL_STATE = 'issued' satisfies BillState

/**
 * The life of a bill, as far as it goes without payment: whoever must pay it may ask; another person than the one who
 * issued it answers, and either upholds it or voids it. A voided bill stays readable, and its days can be billed anew.
 */
export const BILL_MACHINE = {
  dispute: {
    does: '对这笔账单有疑问',
    from: ['issued'],
    to: 'disputed',
    by: ['owner', 'family', 'tenant'],
    call: 'bills.disputeBill',
  },
  uphold: {
    does: '核对无误',
    from: ['disputed'],
    to: 'issued',
    by: ['cashier', 'manager'],
    call: 'bills.answerDispute',
    not: 'the author',
  },
  void: {
    does: '作废',
    from: ['disputed'],
    to: 'voided',
    by: ['cashier', 'manager'],
    call: 'bills.answerDispute',
    not: 'the author',
  },
} as const satisfies Record<string, Transition<BillState>>
