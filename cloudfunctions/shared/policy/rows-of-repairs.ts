import type { RowsOf, Rule } from './rule'

/** Orders of one's own house; a technician's own work and what nobody has yet; the desks, and those who supervise. */
const REPAIR_READERS = {
  owner: 'own house',
  family: 'own house',
  tenant: 'own house',
  technician: 'open pool',
  clerk: 'community',
  manager: 'community',
  committee: 'community',
  supervisor: 'community',
} as const satisfies Rule['who']

const RESIDENTS = { owner: 'own house', family: 'own house', tenant: 'own house' } as const satisfies Rule['who']
const DESK = { clerk: 'community', manager: 'community' } as const satisfies Rule['who']
const OWN_TASK = { technician: 'own task' } as const satisfies Rule['who']

export const REPAIRS_ROWS = {
  'repairs.readPromises': {
    does: '看合同对维修的承诺',
    who: {
      owner: 'self',
      family: 'self',
      tenant: 'self',
      technician: 'self',
      clerk: 'self',
      manager: 'self',
      committee: 'self',
      supervisor: 'self',
      neighbourhood: 'self',
    },
  },
  'repairs.fileRepair': { does: '报修', who: RESIDENTS },
  'repairs.listRepairs': { does: '看报修列表', who: REPAIR_READERS },
  'repairs.readRepair': { does: '看一张工单', who: REPAIR_READERS },
  'repairs.receiveRepair': { does: '受理报修', who: DESK },
  'repairs.listTechnicians': { does: '看能派给谁', who: DESK },
  'repairs.dispatchRepair': { does: '派单', who: DESK },
  'repairs.takeRepair': { does: '接单、抢单', who: { technician: 'open pool' } },
  'repairs.returnRepair': { does: '退单', who: OWN_TASK },
  'repairs.arriveRepair': { does: '报到场', who: OWN_TASK },
  'repairs.startRepair': { does: '开始处理', who: OWN_TASK },
  'repairs.finishRepair': { does: '报完工', who: OWN_TASK },
  'repairs.confirmRepair': { does: '确认修好', who: RESIDENTS, only: 'the reporter' },
  'repairs.reopenRepair': { does: '要求返工', who: RESIDENTS, only: 'the reporter' },
  'repairs.withdrawRepair': { does: '撤销报修', who: RESIDENTS, only: 'the reporter' },
  'repairs.closeUnfixed': { does: '未修复关闭', who: { manager: 'community' } },
  'repairs.objectToClosing': { does: '对关闭提异议', who: RESIDENTS, only: 'the reporter' },
} as const satisfies RowsOf<'repairs'>
