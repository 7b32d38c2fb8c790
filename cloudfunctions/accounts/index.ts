import * as entries from '../../types/contracts/accounts'
import * as statements from '../../types/contracts/accounts-statements'
import * as trial from '../../types/contracts/accounts-trial'
import { serve } from '../shared/call/serve'
import { attachVouchers } from './calls/attach-vouchers'
import { draftQuarter } from './calls/draft-quarter'
import { listEntries } from './calls/list-entries'
import { listStatements } from './calls/list-statements'
import { postEntry } from './calls/post-entry'
import { publishQuarter } from './calls/publish-quarter'
import { readCockpit } from './calls/read-cockpit'
import { readQuarter } from './calls/read-quarter'
import { readStatement } from './calls/read-statement'
import { readTrialBalance } from './calls/read-trial-balance'
import { reverseEntry } from './calls/reverse-entry'
import { reviewQuarter } from './calls/review-quarter'

export const main = serve(
  'accounts',
  { ...entries, ...statements, ...trial },
  {
    attachVouchers,
    draftQuarter,
    listEntries,
    listStatements,
    postEntry,
    publishQuarter,
    readCockpit,
    readQuarter,
    readStatement,
    readTrialBalance,
    reverseEntry,
    reviewQuarter,
  },
)
