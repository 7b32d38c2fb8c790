import type { Role } from '../../../types/vocabulary/roles'
import type { Db } from '../db/db'
import { enterScope } from '../db/scope-store'
import { newId } from '../db/ids'
import * as store from './founding-store'

/** An account that a person signs in with. */
export interface FoundingIdentity {
  provider: 'wx' | 'cloudbase'
  app: string
  subject: string
}

export interface FoundingPerson {
  name: string
  phone?: string
  identities: FoundingIdentity[]
  /** `houses` by address, `building-stair-room`, for owner, family and tenant; an office name for the others. */
  seats: { role: Role; houses?: string[]; officeName?: string }[]
}

export interface Founding {
  street: { name: string; neighbourhoodName: string }
  enterprise: { name: string }
  community: { name: string; city: string; builtYear?: number; bodyName?: string }
  phones: { label: string; number: string; hours: string }[]
  /** Addresses, `building-stair-room`. */
  houses: string[]
  people: FoundingPerson[]
}

/**
 * Founds a community with its first houses and people. An operator's command with the owner role, in one
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
  const houseIds = new Map<string, string>(founding.houses.map((address) => [address, newId()]))
  await store.insertHouses(db, communityId, houseIds)
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
