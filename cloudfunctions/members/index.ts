import * as contracts from '../../types/contracts/members'
import * as binding from '../../types/contracts/members-binding'
import * as offices from '../../types/contracts/members-offices'
import { serve } from '../shared/call/serve'
import { applyForHouse } from './calls/apply-for-house'
import { appointStaff } from './calls/appoint-staff'
import { approveApplication } from './calls/approve-application'
import { approveRebinding } from './calls/approve-rebinding'
import { endBinding } from './calls/end-binding'
import { endEmployment } from './calls/end-employment'
import { findCommunities } from './calls/find-communities'
import { inviteStaff } from './calls/invite-staff'
import { issueClaimCode } from './calls/issue-claim-code'
import { listApplications } from './calls/list-applications'
import { listCities } from './calls/list-cities'
import { listClaimCodes } from './calls/list-claim-codes'
import { listHousehold } from './calls/list-household'
import { listMessages } from './calls/list-messages'
import { listMyApplications } from './calls/list-my-applications'
import { listRebindings } from './calls/list-rebindings'
import { listResidents } from './calls/list-residents'
import { listStaff } from './calls/list-staff'
import { markMessagesRead } from './calls/mark-messages-read'
import { readCommunity } from './calls/read-community'
import { readOwnerCount } from './calls/read-owner-count'
import { recordBody } from './calls/record-body'
import { refuseApplication } from './calls/refuse-application'
import { requestRebinding } from './calls/request-rebinding'
import { revokeClaimCode } from './calls/revoke-claim-code'
import { showMe } from './calls/show-me'
import { takeSeat } from './calls/take-seat'
import { useClaimCode } from './calls/use-claim-code'

export const main = serve(
  'members',
  { ...contracts, ...binding, ...offices },
  {
    applyForHouse,
    appointStaff,
    approveApplication,
    approveRebinding,
    endBinding,
    endEmployment,
    findCommunities,
    inviteStaff,
    issueClaimCode,
    listApplications,
    listCities,
    listClaimCodes,
    listHousehold,
    listMessages,
    listMyApplications,
    listRebindings,
    listResidents,
    listStaff,
    markMessagesRead,
    readCommunity,
    readOwnerCount,
    recordBody,
    refuseApplication,
    requestRebinding,
    revokeClaimCode,
    showMe,
    takeSeat,
    useClaimCode,
  },
)
