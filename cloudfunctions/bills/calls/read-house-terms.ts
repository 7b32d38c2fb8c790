import type * as terms from '../../../types/contracts/bills-terms'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { isRegisteredOwner } from '../../shared/people/registered-owner-store'
import { listTenants, listWaiting } from '../payer-request-store'
import { reliefCard, spaceCard, spanOf } from '../term-card'
import { listPayers, listReliefs, listSpaces } from '../term-store'

/** What is registered for one's own house. An owner may ask the tenant to pay; the tenant sees that they are asked. */
export const readHouseTerms: Answer<typeof terms.readHouseTerms> = async ({ db, actor, now }, { houseId }) => {
  if (!actor.houses.some((house) => house.houseId === houseId)) throw new AppError('NOT_FOUND')
  const day = businessDate(now)
  const spaces = await listSpaces(db, actor, [houseId], day)
  const reliefs = await listReliefs(db, actor, [houseId], day)
  const payers = await listPayers(db, actor, [houseId], day)
  const requests = await listWaiting(db, actor, [houseId])
  const isOwner = actor.role === 'owner'
  const mayAsk = isOwner && (await isRegisteredOwner(db, actor, houseId, now))
  const tenants = mayAsk ? await listTenants(db, actor, [houseId], now) : []
  return {
    houseId,
    spaces: spaces.map(spaceCard),
    reliefs: reliefs.map(reliefCard),
    payers: payers.map((row) => ({ kind: row.kind, mine: row.person_id === actor.personId, ...spanOf(row) })),
    requests: requests.map((row) => ({
      requestId: row.request_id,
      mine: row.person_id === actor.personId,
      mayWithdraw: isOwner,
      ...spanOf(row),
    })),
    mayAsk: tenants.map(({ binding_id: bindingId, name }) => ({ bindingId, name })),
  }
}
