import * as contracts from '../../types/contracts/members'
import { serve } from '../shared/call/serve'
import { findCommunities } from './calls/find-communities'
import { listMessages } from './calls/list-messages'
import { markMessagesRead } from './calls/mark-messages-read'
import { readCommunity } from './calls/read-community'
import { showMe } from './calls/show-me'
import { takeSeat } from './calls/take-seat'

export const main = serve('members', contracts, {
  findCommunities,
  listMessages,
  markMessagesRead,
  readCommunity,
  showMe,
  takeSeat,
})
