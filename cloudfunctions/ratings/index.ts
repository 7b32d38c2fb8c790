import * as contracts from '../../types/contracts/ratings'
import { serve } from '../shared/call/serve'
import { changeRating } from './calls/change-rating'
import { rateRepair } from './calls/rate-repair'
import { readRating } from './calls/read-rating'

export const main = serve('ratings', contracts, { rateRepair, changeRating, readRating })
