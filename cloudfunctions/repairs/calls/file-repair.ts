import type * as repairs from '../../../types/contracts/repairs'
import { businessDate } from '../../../types/vocabulary/dates'
import { REPAIR_LIMITS, type RepairState } from '../../../types/vocabulary/repair'
import { categoryOf } from '../../../types/vocabulary/repair-category'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { refuseOn } from '../../shared/db/constraint'
import { newId } from '../../shared/db/ids'
import { nextSerial } from '../../shared/db/serial-store'
import { addEvent } from '../../shared/repair/event-store'
import { freezePromises, listOffers } from '../../shared/repair/promise-store'
import { settleTimes } from '../../shared/repair/settle-store'
import { ensureOwnPhotos } from '../attach-photos'
import { countFiledOn, insertRepair } from '../repair-store'
import { FIRST_REPAIR_STATE } from '../rules/repair-machine'

/**
 * A resident reports what is broken, for one of the houses of the acting seat. What the contract's grade promises today is
 * kept with the order; the clerks are told, and of something urgent the manager as well.
 */
export const fileRepair: Answer<typeof repairs.fileRepair> = async (
  { db, actor, now, tell },
  { houseId, category, description, place, photoIds },
) => {
  if (!actor.houses.some((house) => house.houseId === houseId)) throw new AppError('NOT_FOUND')
  const { communityId } = actor
  const day = businessDate(now)
  const number = await nextSerial(db, communityId, 'BX', day) // first: its row lock makes the count below exact
  if ((await countFiledOn(db, actor, day)) >= REPAIR_LIMITS.filedPerDayMax) throw new AppError('TOO_MANY')
  await ensureOwnPhotos(db, actor, photoIds, 'repairPhoto')
  const repairId = newId()
  const state: RepairState = FIRST_REPAIR_STATE
  const { urgent } = categoryOf(category)
  const said = { houseId, category, urgent, description, place }
  await insertRepair(db, actor, { ...said, repairId, number, state, filedAt: now })
  await refuseOn(
    { repair_photo_pkey: 'FILE_TICKET_USED' },
    addEvent(db, communityId, { repairId, act: 'file', toState: state, at: now, by: actor, photoIds }),
  )
  const offers = (await listOffers(db, communityId, day)).filter((offer) => offer.urgent === urgent)
  await freezePromises(db, communityId, repairId, offers)
  const { due } = await settleTimes(db, communityId, { repair_id: repairId, filed_at: now, state }, now)
  const promise = offers.find(({ clock }) => clock === due?.clock)
  await tell({ role: 'clerk' }, 'repairFiled', repairId)
  if (urgent) await tell({ role: 'manager' }, 'repairFiled', repairId)
  return {
    repairId,
    number,
    state,
    ...(due &&
      promise && {
        due: {
          clock: due.clock,
          dueAt: due.at.toISOString(),
          gradeCode: promise.grade_code,
          clauseNo: promise.clause_no,
        },
      }),
  }
}
