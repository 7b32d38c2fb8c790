import type { RowsOf } from './rule'

export const REPAIRS_ROWS = {
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
} as const satisfies RowsOf<'repairs'>
