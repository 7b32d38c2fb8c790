import type * as terms from '../../../types/contracts/bills-terms'
import type { Answer } from '../../shared/call/answer'
import { ensureOrganisation, insertPayer } from '../new-term-store'
import { ensureFree } from '../term-checks'

/** An organisation of the owner register pays from a day on. A tenant is asked instead, and answers on the own phone. */
export const registerPayer: Answer<typeof terms.registerPayer> = async (given, { houseId, ownerId, from, until }) => {
  const { db, actor } = given
  await ensureOrganisation(db, actor, ownerId)
  await ensureFree(given, { kind: 'payer', houseId }, { from, until })
  await insertPayer(db, actor, { houseId, from, until, kind: 'organisation', ownerId })
  return { houseId }
}
