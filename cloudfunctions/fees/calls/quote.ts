import type * as fees from '../../../types/contracts/fees'
import type { Answer } from '../../shared/call/answer'
import { quoteFor } from '../rules/quote'

/** A trial sum (费用试算) from what was typed in; nothing is read or kept. */
export const quote: Answer<typeof fees.quote> = async (_given, input) => quoteFor(input)
