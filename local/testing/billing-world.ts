import fc from 'fast-check'
import type { HouseFacts, OwnerFact } from '../../cloudfunctions/bills/rules/explain'
import type { TestStage } from './stage'

/** A quarter with a leap day in the middle. */
export const QUARTER = { from: '2024-01-01', to: '2024-04-01' }

/** A house of the random world: what the registers say, and where it stands. */
export interface WorldHouse {
  houseId: string
  room: string
  facts: HouseFacts
}

const uuidOf = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
export const DEVELOPER = uuidOf(9, 1)
/** Who may have taken over payment. The persons are made with the world. */
const TENANTS = [1, 2, 3].map((n) => uuidOf(8, n))
const ORGANISATIONS = [1, 2].map((n) => uuidOf(7, n))

const dayAround = fc
  .integer({ min: -40, max: 130 })
  .map((days) => new Date(Date.parse(QUARTER.from) + days * 86_400_000).toISOString().slice(0, 10))
const sorted = (most: number) => fc.uniqueArray(dayAround, { maxLength: most }).map((days) => days.sort())
const rarely = <T>(value: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 100 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary: value })
const area100 = fc.integer({ min: 1, max: 40_000 })

const areas = fc
  .record({
    begins: rarely(dayAround, 4),
    missing: fc.integer({ min: 0, max: 49 }),
    first: area100,
    later: rarely(fc.tuple(dayAround, area100), 20),
  })
  .map(({ begins, missing, first, later }) => {
    if (missing === 0) return []
    const start = begins ?? '1900-01-01'
    return [
      { from: start, area100: first },
      ...(later && later[0] > start ? [{ from: later[0], area100: later[1] }] : []),
    ]
  })

/** Sales one after the other; now and then a second owner with a share, or a time without any owner on record. */
const owners = fc
  .record({
    sales: fc.oneof({ weight: 7, arbitrary: fc.constant<string[]>([]) }, { weight: 3, arbitrary: sorted(3) }),
    gap: fc.integer({ min: 0, max: 40 }),
    developerFirst: fc.integer({ min: 0, max: 9 }),
    share: rarely(fc.tuple(fc.integer({ min: 1, max: 9 }), dayAround), 12),
  })
  .map(({ sales, gap, developerFirst, share }) => (house: number): OwnerFact[] => {
    const days = ['1990-01-01', ...sales]
    const chain = days.flatMap((from, turn): OwnerFact[] => {
      if (gap === 0 && turn === days.length - 1) return []
      const isDeveloper = turn === 0 && developerFirst === 0
      const ownerId = isDeveloper ? DEVELOPER : uuidOf(1, house * 8 + turn)
      return [
        {
          ownerId,
          kind: isDeveloper ? 'developer' : turn === 2 ? 'organisation' : 'person',
          shareNum: share?.[0] ?? 1,
          shareDen: share ? 10 : 1,
          from,
          until: days[turn + 1],
        },
      ]
    })
    const [first] = chain
    if (!share || !first) return chain
    return [
      ...chain,
      { ownerId: uuidOf(1, house * 8 + 7), kind: 'person', shareNum: 10 - share[0], shareDen: 10, from: share[1] },
    ]
  })

const spans = sorted(2).chain((days) =>
  fc.boolean().map((open) => ({ from: days[0], until: open ? undefined : days[1] })),
)

const house = fc.record({
  parking: fc.integer({ min: 0, max: 19 }),
  deliveredOn: rarely(dayAround, 15),
  isUndelivered: rarely(fc.constant(true), 5),
  areas,
  owners,
  relief: rarely(fc.tuple(spans, fc.integer({ min: 0, max: 99 })), 15),
  space: rarely(fc.tuple(spans, fc.integer({ min: 1, max: 3 })), 25),
  takenOver: rarely(fc.tuple(spans, fc.integer({ min: 0, max: 4 })), 15),
})

/** So many random houses; the same seed gives the same ones. */
export const worldOf = (seed: number, count: number): WorldHouse[] =>
  fc.sample(house, { seed, numRuns: count }).map((it, n) => {
    const started = <T>(value: [{ from: string | undefined; until: string | undefined }, T] | undefined) =>
      value?.[0].from === undefined ? [] : [{ from: value[0].from, until: value[0].until, given: value[1] }]
    return {
      houseId: uuidOf(2, n),
      room: String(n),
      facts: {
        byArea: it.parking > 0,
        deliveredOn: it.isUndelivered ? undefined : it.deliveredOn,
        isUndelivered: it.isUndelivered ?? false,
        developerId: DEVELOPER,
        areas: it.areas,
        owners: it.owners(n),
        reliefs: started(it.relief).map(({ from, until, given }) => ({ from, until, percent: given })),
        spaces: started(it.space).map(({ from, until, given }) => ({ from, until, code: 'parking', quantity: given })),
        takenOver: started(it.takenOver).map(({ from, until, given }) =>
          given < TENANTS.length
            ? { from, until, kind: 'tenant', id: TENANTS[given] ?? '' }
            : { from, until, kind: 'organisation', id: ORGANISATIONS[given - TENANTS.length] ?? '' },
        ),
      },
    }
  })

/** Writes the world into the registers, past all walls, as imports would leave it. */
export async function insertWorld(stage: TestStage, communityId: string, world: readonly WorldHouse[]): Promise<void> {
  const insert = (text: string, rows: readonly object[]) => stage.see(text, [communityId, JSON.stringify(rows)])
  const given = (columns: string) => `from jsonb_to_recordset($2::jsonb) as it (${columns})`
  const rows = <T extends object>(pick: (facts: HouseFacts) => readonly T[]) =>
    world.flatMap(({ houseId, facts }) => pick(facts).map((row) => ({ houseId, ...row })))
  for (const personId of TENANTS) await stage.see('insert into person (person_id) values ($1)', [personId])
  await insert(
    `insert into house (community_id, house_id, building, stair, room, use, delivered_on, is_undelivered)
     select $1, "houseId", '9', '1', room, case when "byArea" then 'residential' else 'parking' end, "deliveredOn", "isUndelivered"
     ${given('"houseId" uuid, room text, "byArea" boolean, "deliveredOn" date, "isUndelivered" boolean')}`,
    world.map(({ houseId, room, facts: { byArea, deliveredOn, isUndelivered } }) => ({
      houseId,
      room,
      byArea,
      deliveredOn,
      isUndelivered,
    })),
  )
  await insert(
    `insert into house_area select $1, "houseId", "from", area100, 'certificate' ${given('"houseId" uuid, "from" date, area100 integer')}`,
    rows((facts) => facts.areas),
  )
  const known = [
    { ownerId: DEVELOPER, kind: 'developer' },
    ...ORGANISATIONS.map((ownerId) => ({ ownerId, kind: 'organisation' })),
  ]
  await insert(
    `insert into owner (community_id, owner_id, kind, name) select distinct $1::uuid, "ownerId", kind, '业主' ${given('"ownerId" uuid, kind text')}`,
    [...known, ...rows((facts) => facts.owners)],
  )
  await insert(
    `insert into ownership select $1, gen_random_uuid(), "houseId", "ownerId", "shareNum", "shareDen", "from", until
     ${given('"houseId" uuid, "ownerId" uuid, "shareNum" integer, "shareDen" integer, "from" date, until date')}`,
    rows((facts) => facts.owners),
  )
  await insert(
    `insert into house_relief select $1, "houseId", "from", until, percent, '空置' ${given('"houseId" uuid, "from" date, until date, percent integer')}`,
    rows((facts) => facts.reliefs),
  )
  await insert(
    `insert into house_space select $1, "houseId", code, "from", until, quantity
     ${given('"houseId" uuid, code text, "from" date, until date, quantity integer')}`,
    rows((facts) => facts.spaces),
  )
  await insert(
    `insert into house_payer select $1, "houseId", "from", until, kind, case when kind = 'tenant' then id end, case when kind <> 'tenant' then id end
     ${given('"houseId" uuid, "from" date, until date, kind text, id uuid')}`,
    rows((facts) => facts.takenOver),
  )
  await stage.see('analyze house; analyze house_area; analyze owner; analyze ownership')
}
