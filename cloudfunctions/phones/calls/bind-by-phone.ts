import type * as phones from '../../../types/contracts/phones'
import type { Joining, JoinErrandAnswer } from '../../shared/call/answer'
import { type Address, cleanAddress, houseKey } from '../../shared/people/house-key'
import { tellOwnersOf } from '../../shared/people/join-store'
import { bindOnce, ensureSeat, ensureVerifiedContact } from '../../shared/people/seating-store'
import { countTry } from '../../shared/people/try-to-join'
import { findOwnerByPhone } from '../register-store'
import { tryVerified } from '../verified-try'

/**
 * A number that WeChat has verified binds its holder to a house for which the owner register has that very number. Whether
 * it has, the answer does not tell; the owners who are bound already are told of whoever comes.
 */
export const bindByPhone: JoinErrandAnswer<typeof phones.bindByPhone> = {
  begin: (given, input) => countTry(given, { kind: 'phone', houseKey: houseKey(cleanAddress(input)) }),
  goOn: (outside, tryId, input) =>
    tryVerified(outside, { tryId, phoneCode: input.phoneCode }, (given, phone) =>
      bindOwner(given, cleanAddress(input), phone),
    ),
}

async function bindOwner({ db, communityId, personId, now }: Joining, address: Address, phone: string): Promise<void> {
  const owner = await findOwnerByPhone(db, address, phone)
  if (!owner) return
  await ensureVerifiedContact(db, { communityId, personId, name: owner.name, phone })
  const seatId = await ensureSeat(db, { communityId, personId, role: 'owner' }, now)
  const bound = await bindOnce(db, { communityId, seatId, houseId: owner.house_id, ownerId: owner.owner_id }, now)
  if (bound === undefined) return // bound before: nothing new to tell anyone
  const house = { communityId, houseKey: houseKey(address) }
  await tellOwnersOf(db, { ...house, topic: 'ownerJoined', aboutId: bound, butNot: personId }, now)
}
