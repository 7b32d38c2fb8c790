import type * as terms from '../../../types/contracts/bills-terms'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { houseLabel } from '../../shared/people/house-label'
import { addressKey } from '../../shared/people/house-key'
import { listTenants, listWaiting } from '../payer-request-store'
import { mayRelieve } from '../rules/terms'
import { payerCard, reliefCard, spaceCard, spanOf } from '../term-card'
import { listHouses, listOrganisations, listPayers, listPublished, listReliefs, listSpaces } from '../term-store'

const PAGE_SIZE = 20

/** Houses by address with what is registered for their bills; without a search those for which something is. */
export const listTerms: Answer<typeof terms.listTerms> = async ({ db, actor, now }, { search, after }) => {
  const day = businessDate(now)
  const rows = await listHouses(db, actor, { key: addressKey(search), after, size: PAGE_SIZE + 1, day })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const ids = page.map((row) => row.house_id)
  const spaces = await listSpaces(db, actor, ids, day)
  const reliefs = await listReliefs(db, actor, ids, day)
  const payers = await listPayers(db, actor, ids, day)
  const requests = await listWaiting(db, actor, ids)
  const tenants = await listTenants(db, actor, ids, now)
  const organisations = await listOrganisations(db, actor)
  return {
    houses: page.map((row) => {
      const own = <T extends { house_id: string }>(all: readonly T[]) =>
        all.filter((one) => one.house_id === row.house_id)
      return {
        houseId: row.house_id,
        label: houseLabel(row),
        spaces: own(spaces).map(spaceCard),
        reliefs: own(reliefs).map(reliefCard),
        payers: own(payers).map(payerCard),
        requests: own(requests).map((one) => ({ requestId: one.request_id, name: one.name, ...spanOf(one) })),
        tenants: own(tenants).map((one) => ({ bindingId: one.binding_id, name: one.name })),
      }
    }),
    ...(rows.length > PAGE_SIZE && last && { next: last.sort_key }),
    spaceItems: await listPublished(db, actor, 'space', day),
    costItems: await listPublished(db, actor, 'share', day),
    organisations: organisations.map(({ owner_id: ownerId, name }) => ({ ownerId, name })),
    mayRelieve: mayRelieve(actor.role),
  }
}
