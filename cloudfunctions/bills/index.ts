import * as contracts from '../../types/contracts/bills'
import { serve } from '../shared/call/serve'
import { answerDispute } from './calls/answer-dispute'
import { disputeBill } from './calls/dispute-bill'
import { listBills } from './calls/list-bills'
import { listRuns } from './calls/list-runs'
import { previewRun } from './calls/preview-run'
import { readBill } from './calls/read-bill'
import { startRun } from './calls/start-run'

export const main = serve('bills', contracts, {
  answerDispute,
  disputeBill,
  listBills,
  listRuns,
  previewRun,
  readBill,
  startRun,
})
