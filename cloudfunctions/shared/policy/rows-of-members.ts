import type { Role } from '../../../types/vocabulary/roles'
import type { Reach, RowsOf } from './rule'

const EVERY_SEAT = {
  owner: 'self',
  family: 'self',
  tenant: 'self',
  building_head: 'self',
  technician: 'self',
  clerk: 'self',
  cashier: 'self',
  manager: 'self',
  committee: 'self',
  supervisor: 'self',
  neighbourhood: 'self',
  street: 'self',
  bureau: 'self',
  assessor: 'self',
} as const satisfies Record<Role, Reach>

export const MEMBERS_ROWS = {
  'members.showMe': { does: '看自己的身份', who: { everyone: 'everyone' } },
  'members.findCommunities': { does: '找小区', who: { everyone: 'everyone' } },
  'members.listCities': { does: '看有小区的城市', who: { everyone: 'everyone' } },
  'members.readCommunity': { does: '看小区公开信息', who: { everyone: 'everyone' } },
  'members.takeSeat': { does: '换一个身份', who: EVERY_SEAT },
  'members.listMessages': { does: '看自己的消息', who: EVERY_SEAT },
  'members.markMessagesRead': { does: '把消息标为已读', who: EVERY_SEAT },
  'members.applyForHouse': { does: '申请绑定房屋', who: { signedIn: 'named community' } },
  'members.useClaimCode': { does: '用绑定码', who: { signedIn: 'named community' } },
  'members.listMyApplications': { does: '看自己的绑定申请', who: { everyone: 'everyone' } },
  'members.listApplications': { does: '看绑定申请', who: { clerk: 'community', manager: 'community' } },
  'members.approveApplication': {
    does: '通过绑定申请',
    who: { clerk: 'community', manager: 'community' },
    not: 'the applicant',
  },
  'members.refuseApplication': {
    does: '不通过绑定申请',
    who: { clerk: 'community', manager: 'community' },
    not: 'the applicant',
  },
  'members.issueClaimCode': { does: '发绑定码', who: { owner: 'own house', clerk: 'community', manager: 'community' } },
  'members.revokeClaimCode': {
    does: '作废绑定码',
    who: { owner: 'own house', clerk: 'community', manager: 'community', neighbourhood: 'community' },
  },
  'members.listClaimCodes': {
    does: '看没用过的绑定码',
    who: { clerk: 'community', manager: 'community', neighbourhood: 'community' },
  },
  'members.listHousehold': {
    does: '看自己房屋的成员',
    who: { owner: 'own house', family: 'own house', tenant: 'own house' },
  },
  'members.endBinding': {
    does: '解除房屋绑定',
    who: { owner: 'own house', family: 'own house', tenant: 'own house', clerk: 'community', manager: 'community' },
  },
  'members.listResidents': { does: '查房屋绑定的人', who: { clerk: 'community', manager: 'community' } },
  'members.requestRebinding': { does: '替住户申请换账号或手机号', who: { clerk: 'community', manager: 'community' } },
  'members.approveRebinding': {
    does: '复核换账号或手机号',
    who: { clerk: 'community', manager: 'community' },
    not: 'the requester',
  },
  'members.listRebindings': { does: '看待复核的换号申请', who: { clerk: 'community', manager: 'community' } },
  'members.listStaff': {
    does: '看任职名单',
    who: { clerk: 'community', manager: 'community', neighbourhood: 'community' },
  },
  'members.appointStaff': { does: '任命', who: { manager: 'community', neighbourhood: 'community' } },
  'members.inviteStaff': { does: '请登记在册的员工上岗', who: { manager: 'community' } },
  'members.endEmployment': { does: '结束任职', who: { manager: 'community', neighbourhood: 'community' } },
  'members.recordBody': { does: '登记业主组织', who: { neighbourhood: 'community' } },
  'members.readOwnerCount': {
    does: '看业主人数和面积',
    who: { manager: 'community', committee: 'community', supervisor: 'community', neighbourhood: 'community' },
  },
} as const satisfies RowsOf<'members'>
