import fc from 'fast-check'
import { callAs, openTestStage, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as members } from '.'
import { countHeads, type OwnedHouse } from './rules/heads'

let stage: TestStage
let a = ''
let b = ''

beforeAll(async () => {
  stage = await openTestStage()
  a = await stage.found(COMMUNITY_A)
  b = await stage.found(COMMUNITY_B)
})
afterAll(() => stage.close())

/** Empties the register of a community; nothing that lives there matters to the count. */
const clear = async (communityId: string) => {
  for (const table of ['ownership', 'owner', 'house_area', 'binding', 'house'])
    await stage.see(`delete from ${table} where community_id = $1`, [communityId])
}

const uuid = (kind: number, place: number) =>
  `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(place).padStart(8, '0')}`

async function register(
  communityId: string,
  kind: number,
  houses: { owners: number[]; area100: number }[],
): Promise<void> {
  await clear(communityId)
  const owners = [...new Set(houses.flatMap((house) => house.owners))]
  for (const owner of owners)
    await stage.see(`insert into owner (community_id, owner_id, kind, name) values ($1, $2, 'person', '业主')`, [
      communityId,
      uuid(kind, owner),
    ])
  for (const [place, house] of houses.entries()) {
    const houseId = uuid(kind + 1, place)
    await stage.see(`insert into house (community_id, house_id, building, stair, room) values ($1, $2, '1', '1', $3)`, [
      communityId,
      houseId,
      String(place),
    ])
    await stage.see(`insert into house_area values ($1, $2, '2000-01-01', $3, 'certificate')`, [
      communityId,
      houseId,
      house.area100,
    ])
    for (const owner of house.owners) {
      await stage.see(`insert into ownership values ($1, gen_random_uuid(), $2, $3, 1, $4, '2000-01-01')`, [
        communityId,
        houseId,
        uuid(kind, owner),
        house.owners.length,
      ])
    }
  }
}

const count = (community: 'A' | 'B') =>
  yes(callAs(members, holderOf(community, 'committee'), 'members.readOwnerCount', {}))

it('counts 209 heads of 216 houses: an owner of three flats is one head, and so are the developer’s six unsold ones', async () => {
  const ownerOf = (place: number) => (place < 3 ? 0 : place < 9 ? 1 : place)
  await register(
    a,
    1,
    Array.from({ length: 216 }, (_, place) => ({ owners: [ownerOf(place)], area100: place % 2 ? 12030 : 8950 })),
  )
  expect(await count('A')).toEqual({
    heads: 209,
    houses: 216,
    area100: 2_265_840,
    housesWithoutOwner: 0,
    housesWithoutArea: 0,
    headsWithSeveral: 2,
  })
})

it('counts an owner found twice and merged by hand once, and an owner who has sold not at all', async () => {
  const before = (await count('A')).heads
  await stage.see(`update owner set merged_into = $2 where community_id = $1 and owner_id = $3`, [
    a,
    uuid(1, 20),
    uuid(1, 21),
  ])
  await stage.see(`update owner set merged_into = $2 where community_id = $1 and owner_id = $3`, [
    a,
    uuid(1, 21),
    uuid(1, 22),
  ])
  expect((await count('A')).heads).toBe(before - 2)
  await stage.see(`update ownership set until_on = '2010-01-01' where community_id = $1 and owner_id = $2`, [
    a,
    uuid(1, 30),
  ])
  expect(await count('A')).toMatchObject({ heads: before - 2, housesWithoutOwner: 1 })
  await stage.see(`update house set use = 'parking' where community_id = $1 and house_id = $2`, [a, uuid(2, 100)])
  expect(await count('A')).toMatchObject({ heads: before - 3, houses: 215 })
})

it('counts in SQL what the rule counts in words, whoever owns what together', async () => {
  const house = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.array(house, { minLength: 1, maxLength: 8 }), async (houses) => {
      const owned = houses.map((owners) => [...new Set(owners)])
      await register(
        b,
        3,
        owned.map((owners) => ({ owners, area100: 8950 })),
      )
      const rule = countHeads(
        owned.map((owners, place): OwnedHouse => ({ houseId: String(place), ownerIds: owners.map(String) })),
      )
      expect(await count('B')).toMatchObject(rule)
    }),
    { numRuns: 25 },
  )
})
