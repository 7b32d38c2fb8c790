import type * as terms from '../../../types/contracts/bills-terms'
import type { Answer } from '../../shared/call/answer'
import { insertSpace } from '../new-term-store'
import { ensureFree, ensurePublished } from '../term-checks'

/** So many of a published item by the piece, from a day on; the next run charges them. */
export const registerSpace: Answer<typeof terms.registerSpace> = async (given, input) => {
  await ensurePublished(given, 'space', input.itemCode)
  await ensureFree(given, { kind: 'space', houseId: input.houseId, itemCode: input.itemCode }, input)
  await insertSpace(given.db, given.actor, input)
  return { houseId: input.houseId }
}
