import type { BoardState } from '../../../types/vocabulary/fee-board'
import type { Transition } from '../machine/machine'

/** Writing makes a version in this state. */
export const FIRST_BOARD_STATE = 'draft' satisfies BoardState

/**
 * The life of a version of the fee board: written by one employee, reviewed by another, posted by the manager. Any change
 * voids the review. In force, upcoming and superseded are no states: they follow from the days.
 */
export const BOARD_MACHINE = {
  change: {
    does: '修改',
    from: ['draft', 'reviewed'],
    to: 'draft',
    by: ['clerk', 'manager'],
    call: 'fees.draftBoard',
    only: 'the author',
  },
  review: {
    does: '复核',
    from: ['draft'],
    to: 'reviewed',
    by: ['clerk', 'cashier', 'manager'],
    call: 'fees.reviewBoard',
    not: 'the author',
  },
  post: { does: '贴出', from: ['reviewed'], to: 'posted', by: ['manager'], call: 'fees.postBoard' },
  drop: { does: '作废', from: ['draft', 'reviewed'], to: 'dropped', by: ['clerk', 'manager'], call: 'fees.dropBoard' },
} as const satisfies Record<string, Transition<BoardState>>
