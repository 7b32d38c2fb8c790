import type { ReadName } from '../../../types/contracts'
import { call } from '../../services/call'

/** What any act on a version changes on the screens. */
export const BOARD_READS = [
  'fees.listBoards',
  'fees.readDraft',
  'fees.readBoard',
  'fees.compareBoards',
] as const satisfies readonly ReadName[]

/** A link to the paper behind a posted version, for anyone. */
export const linkToPosted = (communityId: string, boardId: string, fileId: string) =>
  call('files.linkPublishedFile', { communityId, about: { kind: 'postedBoard', id: boardId }, fileId })

/** A link to the paper behind a version that is not posted yet, for colleagues. */
export const linkToDraft = (boardId: string, fileId: string) =>
  call('files.linkFile', { about: { kind: 'boardDraft', id: boardId }, fileId })
