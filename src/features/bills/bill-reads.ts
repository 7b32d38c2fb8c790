import type { ReadName } from '../../../types/contracts'

/** What any act on bills changes on the screens. */
export const BILL_READS = [
  'bills.listBills',
  'bills.readBill',
  'bills.listRuns',
  'bills.previewRun',
  'members.listMessages',
] as const satisfies readonly ReadName[]
