import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { isSelf } from '../../shared/people/same-person'
import { selfOf } from '../../shared/people/same-person-store'
import { listOpenRebindings } from '../rebinding-store'

/** Requests that wait for a second person. */
export const listRebindings: Answer<typeof binding.listRebindings> = async ({ db, actor }) => {
  const rows = await listOpenRebindings(db, actor)
  const self = await selfOf(db, actor)
  return {
    rebindings: rows.map((row) => ({
      rebindingId: row.rebinding_id,
      name: row.name,
      kind: row.kind,
      reason: row.reason,
      requestedBy: row.requested_by_name,
      requestedAt: row.requested_at.toISOString(),
      mayApprove: ![row.requested_by, row.person_id].some((personId) => isSelf(self, { personId })),
    })),
  }
}
