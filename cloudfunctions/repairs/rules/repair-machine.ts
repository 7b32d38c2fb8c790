import type { RepairState } from '../../../types/vocabulary/repair'
import type { Transition } from '../../shared/machine/machine'

/** Filing makes an order in this state. */
export const FIRST_REPAIR_STATE = 'submitted' satisfies RepairState

/** The life of a work order (工单), as far as it goes today: it is received by the property, or withdrawn by its reporter. */
export const REPAIR_MACHINE = {
  receive: {
    does: '受理',
    from: ['submitted'],
    to: 'received',
    by: ['clerk', 'manager'],
    call: 'repairs.receiveRepair',
  },
  withdraw: {
    does: '撤销报修',
    from: ['submitted', 'received'],
    to: 'withdrawn',
    by: ['owner', 'family', 'tenant'],
    call: 'repairs.withdrawRepair',
    only: 'the reporter',
  },
} as const satisfies Record<string, Transition<RepairState>>
