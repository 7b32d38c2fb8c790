import type * as phones from '../../../types/contracts/phones'
import type { Joining, JoinErrandAnswer } from '../../shared/call/answer'
import { ensureSeat, ensureVerifiedContact } from '../../shared/people/seating-store'
import { countTry } from '../../shared/people/try-to-join'
import { findOfficeByPhone, takeOffice } from '../register-store'
import { tryVerified } from '../verified-try'

/**
 * An employee of the personnel register takes up the office that the manager has opened for them. The register alone opens
 * none: a clerk may bring it in, and only the manager appoints.
 */
export const takeOfficeByPhone: JoinErrandAnswer<typeof phones.takeOfficeByPhone> = {
  begin: (given) => countTry(given, { kind: 'phone' }),
  goOn: (outside, tryId, { phoneCode }) => tryVerified(outside, { tryId, phoneCode }, seatEmployee),
}

async function seatEmployee({ db, communityId, personId, now }: Joining, phone: string): Promise<void> {
  const office = await findOfficeByPhone(db, phone)
  if (!office || !(await takeOffice(db, { communityId, codeId: office.code_id, personId }, now))) return
  await ensureVerifiedContact(db, { communityId, personId, name: office.name, phone })
  await ensureSeat(db, { communityId, personId, role: office.role, officeName: office.office_name }, now)
}
