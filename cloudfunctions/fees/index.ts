import * as contracts from '../../types/contracts/fees'
import { serve } from '../shared/call/serve'
import { quote } from './calls/quote'

export const main = serve('fees', contracts, { quote })
