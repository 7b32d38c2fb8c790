import type { ReadName } from '../../../types/contracts'

/** Every read that binding or unbinding somebody changes. */
export const PEOPLE_READS = [
  'members.listApplications',
  'members.listMyApplications',
  'members.listClaimCodes',
  'members.listHousehold',
  'members.listResidents',
  'members.listRebindings',
  'members.listStaff',
] as const satisfies readonly ReadName[]
