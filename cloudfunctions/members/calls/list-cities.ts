import type * as members from '../../../types/contracts/members'
import type { Answer } from '../../shared/call/answer'
import { listCities as listRows } from '../community-store'

/** The cities that have communities here. */
export const listCities: Answer<typeof members.listCities> = async ({ db }) => {
  const rows = await listRows(db)
  return { cities: rows.map((row) => ({ city: row.city, communityCount: row.community_count })) }
}
