import * as contracts from '../../types/contracts/announcements'
import { serve } from '../shared/call/serve'
import { listAnnouncements } from './calls/list-announcements'
import { listBuildings } from './calls/list-buildings'
import { listOutages } from './calls/list-outages'
import { postAnnouncement } from './calls/post-announcement'
import { readAnnouncement } from './calls/read-announcement'
import { withdrawAnnouncement } from './calls/withdraw-announcement'

export const main = serve('announcements', contracts, {
  listAnnouncements,
  listBuildings,
  listOutages,
  postAnnouncement,
  readAnnouncement,
  withdrawAnnouncement,
})
