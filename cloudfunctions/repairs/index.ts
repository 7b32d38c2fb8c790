import * as contracts from '../../types/contracts/repairs'
import { serve } from '../shared/call/serve'
import { fileRepair } from './calls/file-repair'
import { listRepairs } from './calls/list-repairs'
import { readRepair } from './calls/read-repair'
import { receiveRepair } from './calls/receive-repair'
import { withdrawRepair } from './calls/withdraw-repair'

export const main = serve('repairs', contracts, { fileRepair, listRepairs, readRepair, receiveRepair, withdrawRepair })
