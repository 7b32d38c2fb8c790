import type * as binding from '../../../types/contracts/members-binding'
import type { Answer, Joining } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { cleanAddress, houseKey } from '../../shared/people/house-key'
import { tellOwnersOf } from '../../shared/people/join-store'
import { addBinding, ensureContact, ensureSeat } from '../../shared/people/seating-store'
import { countTry } from '../../shared/people/try-to-join'
import { digestOf, isSameSecret } from '../claim-code'
import { type CodeRow, getHouse, lockOpenCodes, markUsed } from '../claim-code-store'
import { takeOverAccount } from '../rebinding-store'

interface Joiner {
  name: string
  phone?: string | undefined
}

/** A code binds at once. Whatever is wrong with one is answered alike, and each try counts. */
export const useClaimCode: Answer<typeof binding.useClaimCode> = async (given, { code, name, phone }) => {
  const { db, communityId, personId, now } = given
  const tryId = await countTry(given, { kind: 'code' })
  const digest = digestOf(code)
  const open = await lockOpenCodes(db, communityId, digest.label, now)
  const found = open.filter((row) => isSameSecret(row.secret_sha256, digest.secretSha256)).at(0)
  if (!found) return { tryId, bound: false }
  await markUsed(db, communityId, found.code_id, personId, now)
  await joinBy(given, found, { name, phone })
  return { tryId, bound: true }
}

async function joinBy(given: Joining, code: CodeRow, joiner: Joiner): Promise<void> {
  const { db, communityId, personId, identityId, now } = given
  if (code.purpose === 'account') {
    if (!(await takeOverAccount(db, { identityId, communityId, codeId: code.code_id })))
      throw new AppError('ACCOUNT_IN_USE')
    return
  }
  if (code.role === null) throw new Error('a code for a house or an office has a role')
  await ensureContact(db, { communityId, personId, ...joiner })
  const seat = {
    communityId,
    personId,
    role: code.role,
    officeName: code.office_name ?? undefined,
    documentWords: code.document_words ?? undefined,
  }
  const seatId = await ensureSeat(db, seat, now)
  if (code.house_id === null) return
  await addBinding(db, { communityId, seatId, houseId: code.house_id }, now)
  const key = houseKey(cleanAddress(await getHouse(db, communityId, code.house_id)))
  await tellOwnersOf(
    db,
    { communityId, houseKey: key, topic: 'memberJoined', aboutId: code.code_id, butNot: personId },
    now,
  )
}
