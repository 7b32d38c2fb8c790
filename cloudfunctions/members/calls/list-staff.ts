import type * as offices from '../../../types/contracts/members-offices'
import type { Role } from '../../../types/vocabulary/roles'
import type { Answer } from '../../shared/call/answer'
import { findBody, listOffices } from '../office-store'
import { mayAppoint, officesOf } from '../rules/offices'

/** The enterprise's desk sees its own side, the neighbourhood the side that it records. */
const SHOWN: Partial<Record<Role, readonly Role[]>> = {
  neighbourhood: ['committee', 'supervisor'],
  manager: ['manager', 'clerk', 'cashier', 'technician'],
  clerk: ['manager', 'clerk', 'cashier', 'technician'],
}

/** Who holds an office, and what the actor may do about it. */
export const listStaff: Answer<typeof offices.listStaff> = async ({ db, actor, now }) => {
  const rows = await listOffices(db, actor, SHOWN[actor.role] ?? [], now)
  const body = await findBody(db, actor)
  return {
    staff: rows.map((row) => ({
      seatId: row.seat_id,
      role: row.role,
      name: row.name,
      ...(row.office_name !== null && { officeName: row.office_name }),
      ...(row.document_words !== null && { documentWords: row.document_words }),
      since: row.from_at.toISOString(),
      mayEnd: mayAppoint(actor.role, row.role) && row.person_id !== actor.personId,
    })),
    mayAppoint: [...officesOf(actor.role)],
    ...(body && {
      body: {
        kind: body.kind,
        name: body.name,
        documentWords: body.document_words,
        from: body.from_on,
        ...(body.until_on !== null && { until: body.until_on }),
      },
    }),
    mayRecordBody: actor.role === 'neighbourhood',
  }
}
