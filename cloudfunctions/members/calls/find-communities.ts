import type * as members from '../../../types/contracts/members'
import type { Answer } from '../../shared/call/answer'
import { findCommunities as findRows } from '../community-store'

/** Communities whose name holds these words, in one city or in all; the first ones when nothing was typed. */
export const findCommunities: Answer<typeof members.findCommunities> = async ({ db }, { name, city }) => {
  const rows = await findRows(db, { name, city: city ?? '' })
  return { communities: rows.map((row) => ({ communityId: row.community_id, name: row.name, city: row.city })) }
}
