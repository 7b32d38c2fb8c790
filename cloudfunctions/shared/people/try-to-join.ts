import { BINDING_LIMITS } from '../../../types/vocabulary/binding'
import { businessDate } from '../../../types/vocabulary/dates'
import { AppError } from '../call/app-error'
import type { Joining } from '../call/answer'
import { addTry, countTries, lockTries, type TryKind } from './join-store'

/**
 * Counts one try to join, of one person and for one house by whoever it may be: five a day each (Asia/Shanghai).
 * Gives the try; throws TOO_MANY.
 */
export async function countTry(
  { db, communityId, personId, now }: Joining,
  it: { kind: TryKind; houseKey?: string },
): Promise<string> {
  const tried = { communityId, personId, ...it }
  await lockTries(db, communityId, personId, it.houseKey)
  const tries = await countTries(db, tried, businessDate(now))
  if (Math.max(tries.by_person, tries.for_house) >= BINDING_LIMITS.triesPerDayMax) throw new AppError('TOO_MANY')
  return addTry(db, tried, now)
}
