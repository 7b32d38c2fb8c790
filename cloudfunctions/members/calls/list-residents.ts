import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { houseLabel } from '../../shared/people/house-label'
import { listHistoryOf, listHouses } from '../binding-store'
import { readSearch } from '../rules/resident-search'
import { maskPhone } from '../rules/register-match'

const PAGE_SIZE = 20

/** Houses that an address or a name finds, with the people bound to them now and before. */
export const listResidents: Answer<typeof binding.listResidents> = async ({ db, actor }, { search, after }) => {
  const rows = await listHouses(db, actor, { ...readSearch(search), after, size: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const history = await listHistoryOf(
    db,
    actor,
    page.map((row) => row.house_id),
  )
  return {
    houses: page.map((row) => ({
      houseId: row.house_id,
      label: houseLabel(row),
      people: history
        .filter((one) => one.house_id === row.house_id)
        .map((one) => ({
          bindingId: one.binding_id,
          personId: one.person_id,
          role: one.role,
          name: one.name,
          ...(one.phone !== null && { phone: maskPhone(one.phone) }),
          from: one.from_at.toISOString(),
          ...(one.until_at !== null && { until: one.until_at.toISOString() }),
          ...(one.end_reason !== null && { endReason: one.end_reason }),
        })),
    })),
    ...(rows.length > PAGE_SIZE && last && { next: last.sort_key }),
  }
}
