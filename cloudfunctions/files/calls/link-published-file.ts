import type * as files from '../../../types/contracts/files'
import type { Answer } from '../../shared/call/answer'
import { linkOf } from '../link'
import { getFileHeldBy, PUBLISHED_RECORDS } from '../record-store'

/** A link to a file that a community publishes with a record; anyone may open it. */
export const linkPublishedFile: Answer<typeof files.linkPublishedFile> = async (
  { db, now },
  { communityId, about, fileId },
) => linkOf(await getFileHeldBy(db, { communityId, fileId }, PUBLISHED_RECORDS[about.kind](communityId, about.id)), now)
