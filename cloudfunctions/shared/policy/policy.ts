import type { CallName } from '../../../types/contracts'
import type { Role } from '../../../types/vocabulary/roles'

/**
 * How far a role sees with a call. Turned into SQL in `reach.ts` and nowhere else.
 * - `own house`: rows of the houses bound to the acting seat, within [from, until) of each binding
 * - `community`: rows of the acting seat's community
 * - `self`: the caller's own seats and messages
 * - `everyone`: what a community publishes; no seat needed
 */
export type Reach = 'own house' | 'community' | 'self' | 'everyone'

export interface Rule {
  /** What the call does, in the words of the printed table. */
  does: string
  who: Partial<Record<Role | 'everyone', Reach>>
  /** A narrower bound that the machine keeps, in words. */
  only?: 'the reporter'
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

/** Who may do what. A call without a row does not compile; a role without a cell is refused. */
export const POLICY = {
  'members.showMe': { does: '看自己的身份', who: { everyone: 'everyone' } },
  'members.findCommunities': { does: '找小区', who: { everyone: 'everyone' } },
  'members.readCommunity': { does: '看小区公开信息', who: { everyone: 'everyone' } },
  'members.takeSeat': { does: '换一个身份', who: EVERY_SEAT },
  'members.listMessages': { does: '看自己的消息', who: EVERY_SEAT },
  'members.markMessagesRead': { does: '把消息标为已读', who: EVERY_SEAT },

  'fees.quote': { does: '费用试算', who: { everyone: 'everyone' } },

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
} as const satisfies Record<CallName, Rule>

/** The reach of a role with a call, or undefined: not allowed. */
export const reachOf = (call: CallName, role: Role): Reach | undefined => {
  const who: Rule['who'] = POLICY[call].who
  return who.everyone ?? who[role]
}
