import type * as terms from '../../../types/contracts/bills-terms'
import type { Answer } from '../../shared/call/answer'
import { insertRelief } from '../new-term-store'
import { ensureFree } from '../term-checks'

/** A part of what is charged by area, on the basis that is named beside it. */
export const registerRelief: Answer<typeof terms.registerRelief> = async (given, input) => {
  await ensureFree(given, { kind: 'relief', houseId: input.houseId }, input)
  await insertRelief(given.db, given.actor, input)
  return { houseId: input.houseId }
}
