import type * as repairs from '../../../types/contracts/repairs'
import { businessDate } from '../../../types/vocabulary/dates'
import { REPAIR_LIMITS } from '../../../types/vocabulary/repair'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { newId } from '../../shared/db/ids'
import { nextSerial } from '../../shared/db/serial-store'
import { addEvent, countFiledOn, insertRepair } from '../repair-store'
import { FIRST_REPAIR_STATE } from '../rules/repair-machine'

/** A resident reports what is broken, for one of the houses of the acting seat; the clerks are told. */
export const fileRepair: Answer<typeof repairs.fileRepair> = async (
  { db, actor, now, tell },
  { houseId, description, place },
) => {
  if (!actor.houses.some((house) => house.houseId === houseId)) throw new AppError('NOT_FOUND')
  const day = businessDate(now)
  const number = await nextSerial(db, actor.communityId, 'BX', day) // first: its row lock makes the count below exact
  if ((await countFiledOn(db, actor, day)) >= REPAIR_LIMITS.filedPerDayMax) throw new AppError('TOO_MANY')
  const repairId = newId()
  const state = FIRST_REPAIR_STATE
  await insertRepair(db, actor, { repairId, number, houseId, description, place, state, filedAt: now })
  await addEvent(db, actor, { repairId, act: 'file', toState: state, at: now })
  await tell({ role: 'clerk' }, 'repairFiled', repairId)
  return { repairId, number, state }
}
