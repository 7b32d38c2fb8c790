import type { StatementState } from '../../../types/vocabulary/statement'
import type { Transition } from '../../shared/machine/machine'

/** Making a statement puts it in this state. */
export const FIRST_STATEMENT_STATE = 'draft' satisfies StatementState

/**
 * The life of a quarter's statement: made by whoever keeps the books, reviewed by somebody else, published by those who keep
 * them. Making it anew voids the review; what was published changes no more.
 */
export const STATEMENT_MACHINE = {
  draft: {
    does: '重新生成',
    from: ['draft', 'reviewed'],
    to: 'draft',
    by: ['committee', 'manager'],
    call: 'accounts.draftQuarter',
  },
  review: {
    does: '复核',
    from: ['draft'],
    to: 'reviewed',
    by: ['supervisor', 'neighbourhood'],
    call: 'accounts.reviewQuarter',
    not: 'the author',
  },
  publish: {
    does: '公布',
    from: ['reviewed'],
    to: 'published',
    by: ['committee', 'manager'],
    call: 'accounts.publishQuarter',
  },
} as const satisfies Record<string, Transition<StatementState>>
