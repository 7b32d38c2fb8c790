import type { ReadName } from '../../../types/contracts'

/** What any act on an order changes on the screens. */
export const REPAIR_READS = [
  'repairs.listRepairs',
  'repairs.readRepair',
  'repairs.listTechnicians',
  'members.listMessages',
  'members.showMe',
] as const satisfies readonly ReadName[]
