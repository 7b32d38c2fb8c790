import type * as binding from '../../../types/contracts/members-binding'
import { BINDING_LIMITS } from '../../../types/vocabulary/binding'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { addTry, countTries, lockTries, putApplication, tellOwnersOf } from '../join-store'
import { cleanAddress, houseKey } from '../rules/house-key'

/**
 * Somebody asks to be bound to a house. Whether there is such a house and what the register says of it is not looked at
 * here, so the answer cannot tell: it waits for the clerk, who sees both. The house's owners are told.
 */
export const applyForHouse: Answer<typeof binding.applyForHouse> = async (
  { db, personId, communityId, now, tell },
  input,
) => {
  const address = cleanAddress(input)
  const key = houseKey(address)
  const tried = { communityId, personId, kind: 'application', houseKey: key } as const
  await lockTries(db, communityId, personId, key)
  const tries = await countTries(db, tried, businessDate(now))
  if (Math.max(tries.by_person, tries.for_house) >= BINDING_LIMITS.triesPerDayMax) throw new AppError('TOO_MANY')
  await addTry(db, tried, now)
  const { role, name, phone } = input
  const applicationId = await putApplication(
    db,
    { communityId, personId, ...address, houseKey: key, role, name, phone },
    now,
  )
  await tell({ role: 'clerk' }, 'applicationFiled', applicationId)
  await tellOwnersOf(
    db,
    { communityId, houseKey: key, topic: 'applicationForHouse', aboutId: applicationId, butNot: personId },
    now,
  )
  return { applicationId }
}
