import type { Db } from '../db/db'
import { enterScope } from '../db/scope-store'
import { newId } from '../db/ids'
import type { Founding, FoundingPerson } from './founding'
import * as houses from './founding-house-store'
import * as store from './founding-store'
import * as terms from './founding-terms-store'

export interface Founded {
  communityId: string
  isNew: boolean
  newPrices: number
}

/**
 * Founds a community with its standard, contract, first houses and people. An operator's command with the owner role, in one
 * transaction; never reachable over the network. A community of the same name in the same city is left as it is; what its
 * city newly says of guide prices is added, because a tariff outlives no community.
 * Gives the community's id, whether it is new, and how many guide prices are.
 */
export async function found(db: Db, founding: Founding): Promise<Founded> {
  const { name, city } = founding.community
  const newPrices = await ensureStandards(db, founding)
  const earlier = await store.findCommunity(db, name, city)
  if (earlier) return { communityId: earlier, isNew: false, newPrices }
  const communityId = newId()
  const now = await enterScope(db, { communityId })
  const streetId = await store.ensureStreet(db, founding.street)
  const enterpriseId = await store.ensureEnterprise(db, founding.enterprise.name)
  await store.insertCommunity(db, { communityId, streetId, enterpriseId, ...founding.community })
  await store.insertPhones(db, communityId, founding.phones)
  if (founding.standard && founding.contract) {
    await terms.insertContract(
      db,
      { communityId, enterpriseId, standardId: founding.standard.standardId },
      founding.contract,
    )
  }
  await houses.insertHouses(db, communityId, founding.houses)
  await seatPeople(db, { communityId, now }, founding.people)
  return { communityId, isNew: true, newPrices }
}

/** What the place says, whichever community is founded: grades with their promises, and guide prices. */
async function ensureStandards(db: Db, { community: { city }, standard, guidePrices }: Founding): Promise<number> {
  if (!standard) return 0
  await terms.ensureStandard(db, standard)
  return guidePrices ? terms.ensureGuidePrices(db, { city, standardId: standard.standardId }, guidePrices) : 0
}

/**
 * Seats people of a community that stands, in houses that may have come by import meanwhile; whoever sits already is
 * left as they are. An operator's command with the owner role, like the founding itself.
 */
export async function seatInCommunity(
  db: Db,
  { name, city }: { name: string; city: string },
  people: FoundingPerson[],
): Promise<void> {
  const communityId = await store.findCommunity(db, name, city)
  if (!communityId) throw new Error(`there is no community ${name} in ${city}`)
  const now = await enterScope(db, { communityId })
  await seatPeople(db, { communityId, now }, people)
}

interface Ground {
  communityId: string
  now: Date
}

async function seatPeople(db: Db, ground: Ground, people: FoundingPerson[]): Promise<void> {
  const addresses = people.flatMap((person) => person.seats.flatMap((seat) => seat.houses ?? []))
  const houseIds = await houses.findHouses(db, ground.communityId, addresses)
  for (const person of people) await seatPerson(db, { ...ground, houseIds }, person)
}

async function seatPerson(
  db: Db,
  { communityId, houseIds, now }: Ground & { houseIds: Map<string, string> },
  person: FoundingPerson,
): Promise<void> {
  const personId = await store.ensurePerson(db, person.identities)
  await store.ensureContact(db, { communityId, personId, name: person.name, phone: person.phone })
  for (const { role, houses: held = [], officeName } of person.seats) {
    const seatId = await store.ensureSeat(db, { communityId, personId, role, officeName, fromAt: now })
    for (const address of held) {
      const houseId = houseIds.get(address)
      if (!houseId) throw new Error(`the community has no house ${address}`)
      await store.ensureBinding(db, { communityId, seatId, houseId, fromAt: now })
    }
  }
}
