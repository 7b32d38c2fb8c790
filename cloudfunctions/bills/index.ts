import * as contracts from '../../types/contracts/bills'
import * as terms from '../../types/contracts/bills-terms'
import { serve } from '../shared/call/serve'
import { answerDispute } from './calls/answer-dispute'
import { answerPayerRequest } from './calls/answer-payer-request'
import { askTenantToPay } from './calls/ask-tenant-to-pay'
import { disputeBill } from './calls/dispute-bill'
import { dropCost } from './calls/drop-cost'
import { endTerm } from './calls/end-term'
import { listBills } from './calls/list-bills'
import { listCosts } from './calls/list-costs'
import { listRuns } from './calls/list-runs'
import { listTerms } from './calls/list-terms'
import { previewRun } from './calls/preview-run'
import { readBill } from './calls/read-bill'
import { readHouseTerms } from './calls/read-house-terms'
import { registerCost } from './calls/register-cost'
import { registerPayer } from './calls/register-payer'
import { registerRelief } from './calls/register-relief'
import { registerSpace } from './calls/register-space'
import { startRun } from './calls/start-run'
import { withdrawPayerRequest } from './calls/withdraw-payer-request'

export const main = serve(
  'bills',
  { ...contracts, ...terms },
  {
    answerDispute,
    answerPayerRequest,
    askTenantToPay,
    disputeBill,
    dropCost,
    endTerm,
    listBills,
    listCosts,
    listRuns,
    listTerms,
    previewRun,
    readBill,
    readHouseTerms,
    registerCost,
    registerPayer,
    registerRelief,
    registerSpace,
    startRun,
    withdrawPayerRequest,
  },
)
