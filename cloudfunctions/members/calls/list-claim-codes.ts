import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { houseLabel } from '../../shared/people/house-label'
import { listOpenCodes } from '../claim-code-store'
import { keepsCode } from '../rules/offices'

/** The open codes that the actor looks after; what they are is known to nobody any more. */
export const listClaimCodes: Answer<typeof binding.listClaimCodes> = async ({ db, actor, reach, now }) => {
  const rows = await listOpenCodes(db, actor, reach, now)
  return {
    codes: rows
      .filter((row) => keepsCode(actor.role, row))
      .map((row) => ({
        codeId: row.code_id,
        purpose: row.purpose,
        ...(row.role !== null && { role: row.role }),
        ...(row.building !== null &&
          row.stair !== null &&
          row.room !== null && {
            label: houseLabel({ building: row.building, stair: row.stair, room: row.room }),
          }),
        ...(row.office_name !== null && { officeName: row.office_name }),
        ...(row.issued_by_name !== null && { issuedBy: row.issued_by_name }),
        issuedAt: row.issued_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
      })),
  }
}
