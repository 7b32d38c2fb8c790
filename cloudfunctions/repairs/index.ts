import * as contracts from '../../types/contracts/repairs'
import { serve } from '../shared/call/serve'
import { arriveRepair } from './calls/arrive-repair'
import { closeUnfixed } from './calls/close-unfixed'
import { confirmRepair } from './calls/confirm-repair'
import { dispatchRepair } from './calls/dispatch-repair'
import { fileRepair } from './calls/file-repair'
import { finishRepair } from './calls/finish-repair'
import { listRepairs } from './calls/list-repairs'
import { listTechnicians } from './calls/list-technicians'
import { objectToClosing } from './calls/object-to-closing'
import { readPromises } from './calls/read-promises'
import { readRepair } from './calls/read-repair'
import { receiveRepair } from './calls/receive-repair'
import { reopenRepair } from './calls/reopen-repair'
import { returnRepair } from './calls/return-repair'
import { startRepair } from './calls/start-repair'
import { takeRepair } from './calls/take-repair'
import { withdrawRepair } from './calls/withdraw-repair'

export const main = serve('repairs', contracts, {
  readPromises,
  fileRepair,
  listRepairs,
  readRepair,
  receiveRepair,
  listTechnicians,
  dispatchRepair,
  takeRepair,
  returnRepair,
  arriveRepair,
  startRepair,
  finishRepair,
  confirmRepair,
  reopenRepair,
  withdrawRepair,
  closeUnfixed,
  objectToClosing,
})
