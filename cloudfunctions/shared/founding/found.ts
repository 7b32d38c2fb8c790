import type { Db } from '../db/db'
import { enterScope } from '../db/scope-store'
import { newId } from '../db/ids'
import type { Founding, FoundingPerson } from './founding'
import * as houses from './founding-house-store'
import * as store from './founding-store'
import * as terms from './founding-terms-store'

/**
 * Founds a community with its standard, contract, first houses and people. An operator's command with the owner role, in one
 * transaction; never reachable over the network. A community of the same name in the same city is left as it is.
 * Gives the community's id and whether it is new.
 */
export async function found(db: Db, founding: Founding): Promise<{ communityId: string; isNew: boolean }> {
  const { name, city } = founding.community
  const earlier = await store.findCommunity(db, name, city)
  if (earlier) return { communityId: earlier, isNew: false }
  const communityId = newId()
  const now = await enterScope(db, { communityId })
  const streetId = await store.ensureStreet(db, founding.street)
  const enterpriseId = await store.ensureEnterprise(db, founding.enterprise.name)
  await store.insertCommunity(db, { communityId, streetId, enterpriseId, ...founding.community })
  await store.insertPhones(db, communityId, founding.phones)
  if (founding.standard) await terms.ensureStandard(db, founding.standard)
  if (founding.standard && founding.contract) {
    await terms.insertContract(db, { communityId, enterpriseId, standardId: founding.standard.standardId }, founding.contract)
  }
  const houseIds = await houses.insertHouses(db, communityId, founding.houses)
  for (const person of founding.people) await seatPerson(db, { communityId, houseIds, now }, person)
  return { communityId, isNew: true }
}

interface Ground {
  communityId: string
  houseIds: Map<string, string>
  now: Date
}

async function seatPerson(db: Db, { communityId, houseIds, now }: Ground, person: FoundingPerson): Promise<void> {
  const personId = await store.ensurePerson(db, person.identities)
  await store.insertContact(db, { communityId, personId, name: person.name, phone: person.phone })
  for (const { role, houses = [], officeName } of person.seats) {
    const seatId = newId()
    await store.insertSeat(db, { communityId, seatId, personId, role, officeName, fromAt: now })
    for (const address of houses) {
      const houseId = houseIds.get(address)
      if (!houseId) throw new Error(`the founding names no house ${address}`)
      await store.insertBinding(db, { communityId, seatId, houseId, fromAt: now })
    }
  }
}
