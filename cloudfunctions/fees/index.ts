import * as contracts from '../../types/contracts/fees'
import * as drafts from '../../types/contracts/fees-drafts'
import { serve } from '../shared/call/serve'
import { compareBoards } from './calls/compare-boards'
import { draftBoard } from './calls/draft-board'
import { dropBoard } from './calls/drop-board'
import { listBoards } from './calls/list-boards'
import { postBoard } from './calls/post-board'
import { quote } from './calls/quote'
import { readBoard } from './calls/read-board'
import { readDraft } from './calls/read-draft'
import { readHouseArea } from './calls/read-house-area'
import { reviewBoard } from './calls/review-board'

export const main = serve(
  'fees',
  { ...contracts, ...drafts },
  {
    compareBoards,
    draftBoard,
    dropBoard,
    listBoards,
    postBoard,
    quote,
    readBoard,
    readDraft,
    readHouseArea,
    reviewBoard,
  },
)
