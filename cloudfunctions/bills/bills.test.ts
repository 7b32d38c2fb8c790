import { main as bills } from '.'
import type { Input } from '../../types/contracts'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
let a: ReturnType<typeof registersOf>
const cashier = holderOf('A', 'cashier')
const owner = holderOf('A', 'owner')

const FEE = 'property_service'
const run = (kind: Input<'bills.startRun'>['kind'], from: string, items?: string[]) =>
  callAs(bills, cashier, 'bills.startRun', { kind, from, ...(items && { items }) })
const fenOf = async (address: string) => (await a.lines(address)).map((line) => Number(line.amount_fen))
const outOf = async () => (await stage.see<{ n: number }>('select count(*)::int as n from bill'))[0]?.n

beforeAll(async () => {
  stage = await openTestStage()
  a = registersOf(stage, await stage.found(withoutRegisters(COMMUNITY_A)))
  await stage.found(withoutRegisters(COMMUNITY_B))
})
beforeEach(() => a.clear())
afterAll(() => stage.close())

/** 89.50 m² in 1-1-0101, owned since 2000, at 1.35 from 2020 on. */
async function oneHouse(area100 = 8950, boards: [string, number][] = [['2020-01-01', 13500]]): Promise<void> {
  const contractId = await a.contract()
  for (const [index, [from, priceE4]] of boards.entries())
    await a.board(contractId, index + 1, from, [{ code: FEE, name: '物业服务费', priceE4 }])
  await a.area('1-1-0101', area100)
  await a.owner('1-1-0101', { name: '林女士' })
}

describe('worked examples, through the run', () => {
  it('F1: bills 120.83 for 89.50 m² at 1.35 for a month', async () => {
    await oneHouse()
    const { run: made } = await yes(run('month', '2026-04-01'))
    expect(made).toMatchObject({ bills: 1, houses: 1, amountFen: 12083 })
  })

  it('F2: splits April where the price changes on the 16th', async () => {
    await oneHouse(8950, [
      ['2020-01-01', 13500],
      ['2026-04-16', 15000],
    ])
    expect((await yes(run('month', '2026-04-01'))).run.amountFen).toBe(12754)
    expect(await fenOf('1-1-0101')).toEqual([6041, 6713])
  })

  it('F3: splits May where the area changes on the 11th', async () => {
    await oneHouse(8950, [['2020-01-01', 15000]])
    await a.area('1-1-0101', 8876, '2026-05-11')
    expect((await yes(run('month', '2026-05-01'))).run.amountFen).toBe(13350)
    expect(await fenOf('1-1-0101')).toEqual([4331, 9019])
  })

  it('F4: bills a quarter with a line for each month', async () => {
    await oneHouse(8950, [
      ['2020-01-01', 13500],
      ['2026-05-01', 15000],
    ])
    const { run: made } = await yes(run('quarter', '2026-04-01'))
    expect([made.bills, made.amountFen]).toEqual([1, 38933])
    expect(await fenOf('1-1-0101')).toEqual([12083, 13425, 13425])
  })

  it('F5: gives seller and buyer a bill each, and the day of the sale to the buyer', async () => {
    const contractId = await a.contract()
    await a.board(contractId, 1, '2020-01-01', [{ code: FEE, priceE4: 15000 }])
    await a.area('1-1-0101', 8950)
    await a.owner('1-1-0101', { name: '卖方', until: '2026-06-10' })
    await a.owner('1-1-0101', { name: '买方', from: '2026-06-10' })
    expect((await yes(run('month', '2026-06-01'))).run).toMatchObject({ bills: 2, amountFen: 13425 })
    expect((await a.lines('1-1-0101')).map((line) => [line.payer, line.days, Number(line.amount_fen)])).toEqual([
      ['卖方', 9, 4028],
      ['买方', 21, 9397],
    ])
  })

  it('F6: a vacant house pays seven tenths where its relief says so', async () => {
    await oneHouse(8950, [['2020-01-01', 15000]])
    await stage.see(
      "insert into house_relief select community_id, house_id, '2026-01-01', null, 70, '空置房按七成' from house_area",
    )
    expect((await yes(run('month', '2026-04-01'))).run.amountFen).toBe(9398)
  })

  it('F7: splits a shared cost by area to the fen', async () => {
    const contractId = await a.contract()
    await a.board(contractId, 1, '2020-01-01', [{ code: 'shared_power', kind: 'share', priceE4: 0 }])
    const houses = { '1-1-0101': 8950, '1-1-0102': 12030, '2-1-0101': 6020 }
    for (const [address, area100] of Object.entries(houses)) {
      await a.area(address, area100)
      await a.owner(address, { name: address })
    }
    await stage.see(
      `insert into shared_cost (community_id, cost_id, item_code, from_on, to_on, amount_fen, words, entered_by)
       select community_id, gen_random_uuid(), 'shared_power', '2026-06-01', '2026-07-01', 123456, '六月公共用电', person_id from seat limit 1`,
    )
    expect((await yes(run('month', '2026-06-01'))).run.amountFen).toBe(123456)
    const got = await Promise.all(Object.keys(houses).map(fenOf))
    expect(got).toEqual([[40923], [55007], [27526]])
  })

  it.each([
    [3050, 11500, 3508],
    [3090, 8500, 2627],
    [3110, 21500, 6687],
  ])('F9: rounds %i × %i right where floating point rounds wrong', async (area100, priceE4, fen) => {
    await oneHouse(area100, [['2020-01-01', priceE4]])
    expect((await yes(run('month', '2026-04-01'))).run.amountFen).toBe(fen)
  })

  it('F11: refuses an item that is not on the board, in the preview too', async () => {
    await oneHouse()
    expect(await refusal(run('month', '2026-04-01', ['lift_use']))).toBe('FEE_NOT_PUBLISHED')
    const preview = callAs(bills, cashier, 'bills.previewRun', {
      kind: 'month',
      from: '2026-04-01',
      items: ['lift_use'],
    })
    expect(await refusal(preview)).toBe('FEE_NOT_PUBLISHED')
    expect(await outOf()).toBe(0)
  })
})

describe('a run', () => {
  it('issues nothing twice: the same period again gives the same run and no new bill', async () => {
    await oneHouse()
    const first = await yes(run('month', '2026-04-01'))
    const again = await yes(run('month', '2026-04-01'))
    expect(again).toMatchObject({ runId: first.runId, newBills: 0, run: { bills: 1, amountFen: 12083 } })
    await yes(run('quarter', '2026-04-01')) // April is billed already: the quarter adds May and June
    expect(await fenOf('1-1-0101')).toEqual([12083, 12083, 12083])
  })

  it('leaves out the house without an area, names it, and bills it when the register is mended', async () => {
    await oneHouse()
    await a.owner('1-1-0102', { name: '邻居' })
    const ask = { kind: 'month', from: '2026-04-01' } as const
    const preview = await yes(callAs(bills, cashier, 'bills.previewRun', ask))
    expect(preview.warnings).toContainEqual({
      kind: 'noArea',
      count: 2,
      names: ['1 栋 1 单元 0102', '2 栋 1 单元 0101'],
    })
    expect(preview.warnings).toContainEqual({ kind: 'noPayer', count: 1, names: ['2 栋 1 单元 0101'] })
    expect([preview.bills, preview.amountFen, await outOf()]).toEqual([1, 12083, 0])
    await yes(run('month', '2026-04-01'))
    await a.area('1-1-0102', 12030)
    const again = await yes(run('month', '2026-04-01'))
    expect(again).toMatchObject({ newBills: 1, run: { bills: 2, amountFen: 12083 + 16241 } })
    const numbers = [...(await a.lines('1-1-0101')), ...(await a.lines('1-1-0102'))].map((line) => line.number)
    expect(numbers).toEqual(['ZD202604-000001', 'ZD202604-000002'])
  })

  it('says on which days no board was in force, and refuses a period with nothing to bill', async () => {
    await oneHouse(8950, [['2026-04-11', 13500]])
    const preview = await yes(callAs(bills, cashier, 'bills.previewRun', { kind: 'month', from: '2026-04-01' }))
    expect(preview.warnings.find(({ kind }) => kind === 'noBoard')?.count).toBe(10)
    expect(await refusal(run('month', '2026-03-01'))).toBe('NOTHING_TO_BILL')
    expect(await stage.see('select state, bills from billing_run')).toEqual([{ state: 'empty', bills: 0 }])
    expect(await outOf()).toBe(0)
  })

  it('shows the difference to the period before, house by house', async () => {
    await oneHouse(8950, [
      ['2020-01-01', 13500],
      ['2026-05-01', 15000],
    ])
    await yes(run('month', '2026-04-01'))
    const preview = await yes(callAs(bills, cashier, 'bills.previewRun', { kind: 'month', from: '2026-05-01' }))
    expect(preview.earlier).toMatchObject({ amountFen: 12083, isWhole: true })
    expect(preview.changed).toEqual({
      count: 1,
      houses: [{ house: '1 栋 1 单元 0101', earlierFen: 12083, amountFen: 13425 }],
    })
    expect(preview.items).toEqual([{ code: FEE, name: '物业服务费', houses: 1, amountFen: 13425 }])
  })

  it('does not compare with a quarter of which a month or a house is not billed yet', async () => {
    await oneHouse()
    const look = () => yes(callAs(bills, cashier, 'bills.previewRun', { kind: 'quarter', from: '2026-04-01' }))
    await yes(run('month', '2026-01-01'))
    await yes(run('month', '2026-02-01'))
    const early = await look()
    expect([early.earlier.isWhole, early.changed]).toEqual([false, undefined])
    await yes(run('month', '2026-03-01'))
    expect((await look()).changed).toEqual({ count: 0, houses: [] })
    await a.area('1-1-0102', 12030)
    await a.owner('1-1-0102', { name: '邻居' })
    const later = await look() // the neighbour’s first quarter is still to be billed
    expect([later.earlier.isWhole, later.changed]).toEqual([false, undefined])
  })

  it('bills the developer before delivery and the owner from that day on', async () => {
    await oneHouse(8950, [['2020-01-01', 15000]])
    await a.owner('2-1-0101', { name: '绿原置业', kind: 'developer' })
    await stage.see(
      "update house set delivered_on = '2026-06-10' where building = '1' and room = '0101' and house_id in (select house_id from house_area)",
    )
    await yes(run('month', '2026-06-01'))
    expect((await a.lines('1-1-0101')).map((line) => [line.payer, Number(line.amount_fen)])).toEqual([
      ['绿原置业', 4028],
      ['林女士', 9397],
    ])
  })

  it('is refused for a quarter that does not begin with one, and to whoever does not bill', async () => {
    await oneHouse()
    expect(await refusal(run('quarter', '2026-05-01'))).toBe('INVALID_INPUT')
    const ask = { kind: 'month', from: '2026-04-01' } as const
    expect(await refusal(callAs(bills, owner, 'bills.startRun', ask))).toBe('NOT_ALLOWED')
    expect(await refusal(callAs(bills, holderOf('A', 'technician'), 'bills.previewRun', ask))).toBe('NOT_ALLOWED')
  })
})

describe('the schema itself', () => {
  /** The line that stands, once more under the next place, with some of its columns changed. */
  const copyWith = (changes: Record<string, string>) => {
    const columns = `community_id, bill_id, house_id, item_code, fee_item_id, kind, area100, area_source, quantity, price_e4, percent,
      days_in_month, from_on, to_on, days, whole_from_on, whole_to_on, whole_fen, amount_fen`
    const values = columns.split(', ').map((column) => changes[column.trim()] ?? column)
    return stage.see(`insert into bill_line (place, ${columns}) select place + 1, ${values.join(', ')} from bill_line`)
  }

  it('takes no second live line for a day of one house and item (invariant 5)', async () => {
    await oneHouse()
    await yes(run('month', '2026-04-01'))
    await expect(copyWith({})).rejects.toMatchObject({ constraint: 'bill_line_live' })
    await expect(copyWith({ from_on: 'from_on + 14', days: 'days - 14' })).rejects.toMatchObject({
      constraint: 'bill_line_overlap',
    })
  })

  it('takes no line whose item is not in force on each of its days, and none is rewritten (invariant 6)', async () => {
    await oneHouse()
    await yes(run('month', '2026-04-01'))
    const yearsBefore = (column: string) => `${column} - 2557` // seven years, two of them with a leap day: again a whole April
    const early = {
      from_on: yearsBefore('from_on'),
      to_on: yearsBefore('to_on'),
      whole_from_on: yearsBefore('whole_from_on'),
      whole_to_on: yearsBefore('whole_to_on'),
    }
    await expect(copyWith(early)).rejects.toMatchObject({ constraint: 'bill_line_published' })
    await expect(stage.see('update bill_line set amount_fen = 1')).rejects.toThrow('never rewritten')
  })
})
