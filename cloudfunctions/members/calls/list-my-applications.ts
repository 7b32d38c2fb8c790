import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { houseLabel } from '../../shared/people/house-label'
import { listOwnApplications } from '../application-store'

/** What became of one's own applications; a stranger has none. */
export const listMyApplications: Answer<typeof binding.listMyApplications> = async ({ db, caller }) => {
  const rows = await listOwnApplications(db, caller)
  return {
    applications: rows.map((row) => ({
      applicationId: row.application_id,
      communityName: row.community_name,
      label: houseLabel(row),
      role: row.role,
      state: row.state,
      ...(row.reason !== null && { reason: row.reason }),
      at: row.at.toISOString(),
    })),
  }
}
