import type * as terms from '../../../types/contracts/bills-terms'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { isRegisteredOwner } from '../../shared/people/registered-owner-store'
import { insertRequest, listTenants } from '../payer-request-store'
import { ensureFree } from '../term-checks'

/** Asks a tenant who is bound to the house. Who owes the fee is the owner's and the tenant's matter; only the answer bills. */
export const askTenantToPay: Answer<typeof terms.askTenantToPay> = async (
  given,
  { houseId, bindingId, from, until },
) => {
  const { db, actor, reach, now, tell } = given
  if (reach === 'own house') {
    if (!actor.houses.some((house) => house.houseId === houseId)) throw new AppError('NOT_FOUND')
    if (!(await isRegisteredOwner(db, actor, houseId, now))) throw new AppError('OWNER_NOT_REGISTERED')
  }
  await ensureFree(given, { kind: 'payer', houseId }, { from, until })
  const tenant = (await listTenants(db, actor, [houseId], now)).find((one) => one.binding_id === bindingId)
  if (!tenant) throw new AppError('NOT_FOUND')
  const personId = tenant.person_id
  const requestId = await insertRequest(db, actor, { houseId, bindingId, personId, from, until }, now)
  await tell({ personId }, 'payerAsked', requestId)
  return { requestId }
}
