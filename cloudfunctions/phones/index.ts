import * as contracts from '../../types/contracts/phones'
import { serve } from '../shared/call/serve'
import { bindByPhone } from './calls/bind-by-phone'
import { takeOfficeByPhone } from './calls/take-office-by-phone'

export const main = serve('phones', contracts, { bindByPhone, takeOfficeByPhone })
