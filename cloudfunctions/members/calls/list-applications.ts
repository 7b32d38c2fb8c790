import type * as binding from '../../../types/contracts/members-binding'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { cursorOf, readCursor } from '../../shared/db/cursor'
import { houseLabel } from '../../shared/people/house-label'
import { isSelf } from '../../shared/people/same-person'
import { selfOf } from '../../shared/people/same-person-store'
import {
  countWaitingApplications,
  listApplications as listRows,
  listBoundTo,
  listRegisteredOwners,
} from '../application-store'
import { matchOf } from '../rules/register-match'

const PAGE_SIZE = 20

/** Applications with what the owner register says beside them, newest first. */
export const listApplications: Answer<typeof binding.listApplications> = async (
  { db, actor, now },
  { filter, after },
) => {
  const rows = await listRows(db, actor, { filter, after: readCursor(after), size: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const houseIds = page.flatMap((row) => row.house_id ?? [])
  const registered = await listRegisteredOwners(db, actor, houseIds, businessDate(now))
  const bound = await listBoundTo(db, actor, houseIds, now)
  const self = await selfOf(db, actor)
  return {
    applications: page.map((row) => {
      const owners = registered.filter((owner) => owner.house_id === row.house_id)
      return {
        applicationId: row.application_id,
        label: houseLabel(row),
        role: row.role,
        name: row.name,
        phone: row.phone,
        at: row.at.toISOString(),
        state: row.state,
        ...(row.reason !== null && { reason: row.reason }),
        mayDecide: row.state === 'waiting' && !isSelf(self, { personId: row.person_id, phone: row.phone }),
        match: matchOf(row, row.house_id !== null, owners),
        registeredOwners: owners.map((owner) => owner.name),
        boundNow: bound.filter((one) => one.house_id === row.house_id).map(({ role, name }) => ({ role, name })),
      }
    }),
    waiting: await countWaitingApplications(db, actor),
    ...(rows.length > PAGE_SIZE && last && { next: cursorOf({ at: last.at, id: last.application_id }) }),
  }
}
