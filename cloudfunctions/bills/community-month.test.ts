import { main as bills } from '.'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { callAs, openTestStage, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
beforeAll(async () => {
  stage = await openTestStage()
})
afterAll(() => stage.close())

/** 锦绣花园: three buildings, two stairs, eighteen floors, two flats a floor, of 89.50 and 120.30 m². */
const addresses = [1, 2, 3].flatMap((building) =>
  [1, 2].flatMap((stair) =>
    Array.from({ length: 18 }, (_, floor) => floor + 1).flatMap((floor) =>
      ['01', '02'].map((side) => `${building}-${stair}-${String(floor).padStart(2, '0')}${side}`),
    ),
  ),
)

it('bills a month of 锦绣花园 to 30,589.92: 108 flats at 120.83 and 108 at 162.41', async () => {
  const bare = withoutRegisters(COMMUNITY_A)
  const communityId = await stage.found({
    ...bare,
    houses: [...bare.houses, ...addresses.filter((address) => !bare.houses.includes(address))],
  })
  const registers = registersOf(stage, communityId)
  await registers.board(await registers.contract(), 1, '2025-01-01', [
    { code: 'property_service', name: '物业服务费', priceE4: 13500 },
  ])
  await stage.see(
    "insert into house_area select community_id, house_id, '1900-01-01', case when right(room, 1) = '1' then 8950 else 12030 end, 'certificate' from house",
  )
  await stage.see("insert into owner select community_id, house_id, 'person', '业主' from house")
  await stage.see(
    "insert into ownership select community_id, gen_random_uuid(), house_id, house_id, 1, 1, '2016-06-30' from house",
  )
  const made = await yes(
    callAs(bills, holderOf('A', 'cashier'), 'bills.startRun', { kind: 'month', from: '2026-04-01' }),
  )
  expect(made.run).toMatchObject({ bills: 216, houses: 216, amountFen: 3_058_992, warnings: [] })
  const amounts = await stage.see<{ fen: number; bills: number }>(
    'select amount_fen::int as fen, count(*)::int as bills from bill group by amount_fen order by amount_fen',
  )
  expect(amounts).toEqual([
    { fen: 12083, bills: 108 },
    { fen: 16241, bills: 108 },
  ])
})
