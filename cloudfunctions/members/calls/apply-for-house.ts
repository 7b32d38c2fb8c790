import type * as binding from '../../../types/contracts/members-binding'
import type { Answer } from '../../shared/call/answer'
import { cleanAddress, houseKey } from '../../shared/people/house-key'
import { tellOwnersOf } from '../../shared/people/join-store'
import { countTry } from '../../shared/people/try-to-join'
import { putApplication } from '../new-application-store'

/**
 * Somebody asks to be bound to a house. Whether there is such a house and what the register says of it is not looked at
 * here, so the answer cannot tell: it waits for the clerk, who sees both. The house's owners are told.
 */
export const applyForHouse: Answer<typeof binding.applyForHouse> = async (given, input) => {
  const { db, personId, communityId, now, tell } = given
  const address = cleanAddress(input)
  const key = houseKey(address)
  await countTry(given, { kind: 'application', houseKey: key })
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
