import type { ReadName } from '../../../types/contracts'

/** What any act on a version changes on the screens. */
export const BOARD_READS = [
  'fees.listBoards',
  'fees.readDraft',
  'fees.readBoard',
  'fees.compareBoards',
] as const satisfies readonly ReadName[]
