import type * as fees from '../../../types/contracts/fees'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { findAreaOn } from '../board-store'

/** What a resident's own home measures today, so that a price becomes a sum; nobody else's is told. */
export const readHouseArea: Answer<typeof fees.readHouseArea> = async ({ db, actor, now }, { houseId }) => {
  if (!actor.houses.some((house) => house.houseId === houseId)) throw new AppError('NOT_FOUND')
  const area100 = await findAreaOn(db, actor.communityId, houseId, businessDate(now))
  return { houseId, ...(area100 !== undefined && { area100 }) }
}
