import type * as offices from '../../../types/contracts/members-offices'
import type { Role } from '../../../types/vocabulary/roles'
import type { Answer } from '../../shared/call/answer'
import { findBody, listOffices } from '../office-store'
import { mayAppoint, officesOf } from '../rules/offices'
import { maskPhone } from '../rules/register-match'
import { listNotJoined } from '../staff-member-store'

/** The enterprise's desk sees its own side, the neighbourhood the side that it records. */
const SHOWN: Partial<Record<Role, readonly Role[]>> = {
  neighbourhood: ['committee', 'supervisor'],
  manager: ['manager', 'clerk', 'cashier', 'technician'],
  clerk: ['manager', 'clerk', 'cashier', 'technician'],
}

/** The desks that keep the enterprise's personnel register. */
const ENTERPRISE_DESK: readonly Role[] = ['clerk', 'manager']

/** Who holds an office, who of the register does not yet, and what the actor may do about it. */
export const listStaff: Answer<typeof offices.listStaff> = async ({ db, actor, now }) => {
  const rows = await listOffices(db, actor, SHOWN[actor.role] ?? [], now)
  const body = await findBody(db, actor)
  const members = await listNotJoined(db, actor, ENTERPRISE_DESK.includes(actor.role) ? officesOf('manager') : [], now)
  const notJoined = members.flatMap((member) => {
    const duty = officesOf('manager').find((office) => office === member.duty)
    return duty ? [{ ...member, duty }] : []
  })
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
    notJoined: notJoined.map((member) => ({
      staffId: member.staff_id,
      name: member.name,
      duty: member.duty,
      ...(member.team !== null && { team: member.team }),
      phone: maskPhone(member.phone),
      ...(member.expires_at !== null && { invitedUntil: member.expires_at.toISOString() }),
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
