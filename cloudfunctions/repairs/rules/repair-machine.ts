import type { RepairState } from '../../../types/vocabulary/repair'
import type { Transition } from '../../shared/machine/machine'

/** Filing makes an order in this state. */
export const FIRST_REPAIR_STATE = 'submitted' satisfies RepairState

const BEFORE_DONE = ['submitted', 'received', 'dispatched', 'taken', 'arrived', 'working'] as const
const DESK = ['clerk', 'manager'] as const
const RESIDENTS = ['owner', 'family', 'tenant'] as const

/**
 * The life of a work order (工单, model.md D3). It is sent to a technician, or one of them takes it from the open pool (抢单);
 * its reporter has the last word, or three days of silence have, which is the timer's business and nobody's act.
 */
export const REPAIR_MACHINE = {
  receive: { does: '受理', from: ['submitted'], to: 'received', by: DESK, call: 'repairs.receiveRepair' },
  dispatch: {
    does: '派单',
    from: ['received', 'dispatched'], // sent to somebody else, as long as nobody has taken it
    to: 'dispatched',
    by: DESK,
    call: 'repairs.dispatchRepair',
  },
  take: {
    does: '接单',
    from: ['received', 'dispatched'],
    to: 'taken',
    by: ['technician'],
    call: 'repairs.takeRepair',
  },
  arrive: { does: '到场', from: ['taken'], to: 'arrived', by: ['technician'], call: 'repairs.arriveRepair' },
  start: { does: '开始处理', from: ['arrived'], to: 'working', by: ['technician'], call: 'repairs.startRepair' },
  finish: { does: '拍照完工', from: ['working'], to: 'done', by: ['technician'], call: 'repairs.finishRepair' },
  return: { does: '退单', from: ['taken'], to: 'received', by: ['technician'], call: 'repairs.returnRepair' },
  confirm: {
    does: '修好了',
    from: ['done'],
    to: 'confirmed',
    by: RESIDENTS,
    call: 'repairs.confirmRepair',
    only: 'the reporter',
  },
  reopen: {
    does: '没好，返工',
    from: ['done'],
    to: 'dispatched',
    by: RESIDENTS,
    call: 'repairs.reopenRepair',
    only: 'the reporter',
  },
  withdraw: {
    does: '撤销报修',
    from: BEFORE_DONE,
    to: 'withdrawn',
    by: RESIDENTS,
    call: 'repairs.withdrawRepair',
    only: 'the reporter',
  },
  closeUnfixed: {
    does: '未修复关闭',
    from: BEFORE_DONE,
    to: 'closedUnfixed',
    by: ['manager'],
    call: 'repairs.closeUnfixed',
  },
  object: {
    does: '对关闭有异议',
    from: ['closedUnfixed'],
    to: 'received',
    by: RESIDENTS,
    call: 'repairs.objectToClosing',
    only: 'the reporter',
  },
} as const satisfies Record<string, Transition<RepairState>>

export type RepairMove = keyof typeof REPAIR_MACHINE
