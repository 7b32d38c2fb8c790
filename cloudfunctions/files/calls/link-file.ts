import type * as files from '../../../types/contracts/files'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { reachOf } from '../../shared/policy/policy'
import { linkOf } from '../link'
import { getFileHeldBy, RECORDS } from '../record-store'

/** A link to a file of a record that the caller may read. What is out of reach, whyever, reads as not there. */
export const linkFile: Answer<typeof files.linkFile> = async ({ db, actor, now }, { about, fileId }) => {
  const { readBy, holds } = RECORDS[about.kind]
  const reach = reachOf(readBy, actor.role)
  if (!reach) throw new AppError('NOT_FOUND')
  return linkOf(await getFileHeldBy(db, { communityId: actor.communityId, fileId }, holds(actor, reach, about.id)), now)
}
