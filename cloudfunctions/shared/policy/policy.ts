import type { CallName, JoinName } from '../../../types/contracts'
import type { Role } from '../../../types/vocabulary/roles'

/**
 * How far a role sees with a call. Turned into SQL in `reach.ts` and nowhere else.
 * - `own house`: rows of the houses bound to the acting seat, within [from, until) of each binding
 * - `own bills`: bills of those houses that this person's side pays, and no earlier or later owner's
 * - `community`: rows of the acting seat's community
 * - `self`: the caller's own seats and messages
 * - `everyone`: what a community publishes; no seat needed
 * - `named community`: what joining the community that the input names needs; no seat needed, only an account
 */
export type Reach = 'own house' | 'own bills' | 'community' | 'self' | 'everyone' | 'named community'

export interface Rule {
  /** What the call does, in the words of the printed table. */
  does: string
  who: Partial<Record<Role | 'everyone' | 'signedIn', Reach>>
  /** A narrower bound that the machine keeps, in words. */
  only?: 'the reporter'
  /** Whose own act does not count: it takes a second person. */
  not?: 'the applicant' | 'the requester' | 'the author' | 'the issuer'
}

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

/** Who may upload files at all; each purpose narrows it further (`FILE_PURPOSES`). */
const UPLOADERS = {
  clerk: 'self',
  cashier: 'self',
  manager: 'self',
  committee: 'self',
  supervisor: 'self',
  neighbourhood: 'self',
} as const satisfies Partial<Record<Role, Reach>>

/** Who keeps the registers of houses, owners and staff. */
const REGISTRARS = { clerk: 'community', manager: 'community' } as const satisfies Partial<Record<Role, Reach>>

const BILLING_STAFF = { clerk: 'community', cashier: 'community', manager: 'community' } as const satisfies Rule['who']
const BILL_READERS = {
  owner: 'own bills',
  family: 'own bills',
  tenant: 'own bills',
  ...BILLING_STAFF,
} as const satisfies Rule['who']

/** Who may do what. A call without a row does not compile; a role without a cell is refused. */
export const POLICY = {
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
  'members.endEmployment': { does: '结束任职', who: { manager: 'community', neighbourhood: 'community' } },
  'members.recordBody': { does: '登记业主组织', who: { neighbourhood: 'community' } },
  'members.readOwnerCount': {
    does: '看业主人数和面积',
    who: { manager: 'community', committee: 'community', supervisor: 'community', neighbourhood: 'community' },
  },

  'files.requestUpload': { does: '申请上传文件', who: UPLOADERS },
  'files.confirmUpload': { does: '确认自己上传的文件', who: UPLOADERS },

  'imports.startImport': { does: '导入登记表', who: REGISTRARS },
  'imports.stageChunk': { does: '核对登记表', who: REGISTRARS },
  'imports.listImports': { does: '看导入记录', who: REGISTRARS },
  'imports.readImport': { does: '看登记表的差异和错误', who: REGISTRARS },
  'imports.applyImport': { does: '确认导入登记表', who: REGISTRARS },
  'imports.dropImport': { does: '放弃一次导入', who: REGISTRARS },
  'imports.readTemplate': { does: '下载登记表模板', who: { clerk: 'self', manager: 'self' } },
  'imports.exportProblems': { does: '下载登记表的错误清单', who: REGISTRARS },

  'fees.quote': { does: '费用试算', who: { everyone: 'everyone' } },
  'fees.readBoard': { does: '看收费公示', who: { everyone: 'everyone' } },
  'fees.compareBoards': { does: '比较两版收费公示', who: { everyone: 'everyone' } },
  'fees.readHouseArea': {
    does: '看自己房屋的面积',
    who: { owner: 'own house', family: 'own house', tenant: 'own house' },
  },
  'fees.listBoards': {
    does: '看起草中的收费公示',
    who: { clerk: 'community', cashier: 'community', manager: 'community' },
  },
  'fees.readDraft': {
    does: '看一份收费公示草稿',
    who: { clerk: 'community', cashier: 'community', manager: 'community' },
  },
  'fees.draftBoard': { does: '起草收费公示', who: { clerk: 'community', manager: 'community' } },
  'fees.reviewBoard': {
    does: '复核收费公示',
    who: { clerk: 'community', cashier: 'community', manager: 'community' },
    not: 'the author',
  },
  'fees.postBoard': { does: '贴出收费公示', who: { manager: 'community' } },
  'fees.dropBoard': { does: '作废收费公示草稿', who: { clerk: 'community', manager: 'community' } },

  'bills.previewRun': { does: '试出账单', who: BILLING_STAFF },
  'bills.startRun': { does: '出账单', who: BILLING_STAFF },
  'bills.listRuns': { does: '看出账记录', who: BILLING_STAFF },
  'bills.listBills': { does: '看账单列表', who: BILL_READERS },
  'bills.readBill': { does: '看一张账单怎么算的', who: BILL_READERS },
  'bills.disputeBill': {
    does: '对账单提出疑问',
    who: { owner: 'own bills', family: 'own bills', tenant: 'own bills' },
  },
  'bills.answerDispute': {
    does: '答复账单疑问或作废',
    who: { cashier: 'community', manager: 'community' },
    not: 'the issuer',
  },

  'repairs.fileRepair': { does: '报修', who: { owner: 'own house', family: 'own house', tenant: 'own house' } },
  'repairs.listRepairs': {
    does: '看报修列表',
    who: {
      owner: 'own house',
      family: 'own house',
      tenant: 'own house',
      clerk: 'community',
      manager: 'community',
      committee: 'community',
      supervisor: 'community',
    },
  },
  'repairs.readRepair': {
    does: '看一张工单',
    who: {
      owner: 'own house',
      family: 'own house',
      tenant: 'own house',
      clerk: 'community',
      manager: 'community',
      committee: 'community',
      supervisor: 'community',
    },
  },
  'repairs.receiveRepair': { does: '受理报修', who: { clerk: 'community', manager: 'community' } },
  'repairs.withdrawRepair': {
    does: '撤销报修',
    who: { owner: 'own house', family: 'own house', tenant: 'own house' },
    only: 'the reporter',
  },
} as const satisfies { [N in CallName]: RuleFor<N> }

/** A call of joining is for anyone signed in, and no other call is. */
export type RuleFor<N extends CallName> = N extends JoinName
  ? Rule & { who: { signedIn: 'named community' } }
  : Rule & { who: { signedIn?: never } }

/** The reach of a role with a call, or undefined: not allowed. */
export const reachOf = (call: CallName, role: Role): Reach | undefined => {
  const who: Rule['who'] = POLICY[call].who
  return who.everyone ?? who.signedIn ?? who[role]
}
