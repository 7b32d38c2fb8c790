import { main as bills } from '.'
import { ROLES } from '../../types/vocabulary/roles'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'

let stage: TestStage
let a: ReturnType<typeof registersOf>
const cashier = holderOf('A', 'cashier')
const owner = holderOf('A', 'owner')

const FEE = 'property_service'
const run = (kind: 'month' | 'quarter', from: string) => callAs(bills, cashier, 'bills.startRun', { kind, from })

beforeAll(async () => {
  stage = await openTestStage()
  a = registersOf(stage, await stage.found(withoutRegisters(COMMUNITY_A)))
  await stage.found(withoutRegisters(COMMUNITY_B))
})
beforeEach(() => a.clear())
afterAll(() => stage.close())

/** 89.50 m² in 1-1-0101, owned since 2000, at 1.35 from 2020 on. */
async function oneHouse(): Promise<void> {
  await a.board(await a.contract(), 1, '2020-01-01', [{ code: FEE, name: '物业服务费', priceE4: 13500 }])
  await a.area('1-1-0101', 8950)
  await a.owner('1-1-0101', { name: '林女士' })
}

describe('who sees a bill', () => {
  it('shows the owner each factor, and a neighbour or another community nothing', async () => {
    await oneHouse()
    await yes(run('month', '2026-04-01'))
    const list = await yes(callAs(bills, owner, 'bills.listBills', { filter: 'open' }))
    expect(list.open).toEqual({ bills: 1, amountFen: 12083 })
    const billId = list.bills[0]?.billId ?? ''
    const bill = await yes(callAs(bills, owner, 'bills.readBill', { billId }))
    expect(bill).toMatchObject({
      number: 'ZD202604-000001',
      payeeName: 'A 物业',
      itemNames: ['物业服务费'],
      grade: { code: '二级' },
    })
    expect(bill.lines).toMatchObject([
      {
        area100: 8950,
        areaSource: 'certificate',
        priceE4: 13500,
        days: 30,
        daysInMonth: 30,
        unrounded: { yuan: '120.825', isExact: true },
        board: { version: 1 },
      },
    ])
    for (const stranger of ['neighbour', holderOf('A', 'tenant'), holderOf('B', 'owner'), holderOf('B', 'cashier')]) {
      expect(await refusal(callAs(bills, stranger, 'bills.readBill', { billId }))).toBe('NOT_FOUND')
    }
  })

  it('never shows a buyer the seller’s bills, nor a seller who is still bound the buyer’s', async () => {
    const contractId = await a.contract()
    await a.board(contractId, 1, '2020-01-01', [{ code: FEE, priceE4: 15000 }])
    await a.area('1-1-0101', 8950)
    await a.owner('1-1-0101', { name: '卖方', until: '2026-06-10' }) // whoever is bound stands for the seller
    const buyer = await a.owner('1-1-0101', { name: '买方', from: '2026-06-10' })
    const ownerSeat = "select seat_id from seat where role = 'owner'"
    await stage.see(
      `update binding set owner_id = $1 where house_id in (select house_id from house_area) and seat_id in (${ownerSeat})`,
      [buyer],
    )
    await yes(run('month', '2026-06-01'))
    const seenBy = async (openid: string) =>
      (await yes(callAs(bills, openid, 'bills.listBills', { filter: 'all' }))).bills.map((bill) => bill.amountFen)
    expect(await seenBy(owner)).toEqual([9397])
    expect(await seenBy(holderOf('A', 'family'))).toEqual([4028])
    await stage.see('update binding set owner_id = null')
    expect(await seenBy(owner)).toEqual([]) // bound, but the register does not know whose side it is
  })

  it('shows a tenant only what the tenant pays, and then not the owner', async () => {
    await oneHouse()
    await stage.see(
      `insert into house_payer select community_id, house_id, '2026-05-01', null, 'tenant',
         (select person_id from seat where role = 'tenant' and community_id = house_area.community_id), null from house_area`,
    )
    await yes(run('quarter', '2026-04-01'))
    const seenBy = async (openid: string) =>
      (await yes(callAs(bills, openid, 'bills.listBills', { filter: 'all' }))).bills.map((bill) => bill.amountFen)
    expect(await seenBy(holderOf('A', 'tenant'))).toEqual([24166])
    expect(await seenBy(owner)).toEqual([12083])
    const told = await stage.see<{ role: string }>(
      "select role from outbox join seat on seat.person_id = to_person_id where topic = 'billIssued' order by role",
    )
    expect(told.map(({ role }) => role)).toEqual(['family', 'owner', 'tenant'])
  })

  it('finds a bill by house or number at the desk, and pages through all of them', async () => {
    const contractId = await a.contract()
    await a.board(contractId, 1, '2020-01-01', [{ code: FEE, priceE4: 15000 }])
    for (const address of ['1-1-0101', '1-1-0102', '2-1-0101']) {
      await a.area(address, 8950)
      await a.owner(address, { name: address })
    }
    for (let month = 1; month <= 8; month += 1) await yes(run('month', `2026-0${month}-01`))
    const find = async (search: string) =>
      (await yes(callAs(bills, cashier, 'bills.listBills', { filter: 'all', search }))).bills.map(
        (bill) => bill.houseLabel,
      )
    expect(new Set(await find('2-1-0101'))).toEqual(new Set(['2 栋 1 单元 0101']))
    expect(new Set(await find('2栋1单元0101'))).toEqual(new Set(['2 栋 1 单元 0101']))
    expect(await find('zd202603-000002')).toEqual(['1 栋 1 单元 0102'])
    expect(await find('%')).toHaveLength(0)
    const first = await yes(callAs(bills, cashier, 'bills.listBills', { filter: 'all' }))
    const second = await yes(callAs(bills, cashier, 'bills.listBills', { filter: 'all', after: first.next }))
    const numbers = [...first.bills, ...second.bills].map((bill) => bill.number)
    expect([numbers[0], numbers.at(-1), new Set(numbers).size, second.next]).toEqual([
      'ZD202608-000001',
      'ZD202601-000003',
      24,
      undefined,
    ])
  })
})

describe('a doubt about a bill', () => {
  it('is answered by another person than the issuer; a voided bill frees its days for a right one', async () => {
    await oneHouse()
    await yes(run('month', '2026-04-01'))
    const billId = (await yes(callAs(bills, owner, 'bills.listBills', { filter: 'open' }))).bills[0]?.billId ?? ''
    await yes(callAs(bills, owner, 'bills.disputeBill', { billId, reason: '面积不对' }))
    const answer = { billId, answer: 'void', words: '面积登记错了，作废重出' } as const
    expect(await refusal(callAs(bills, cashier, 'bills.answerDispute', answer))).toBe('SECOND_PERSON')
    const manager = holderOf('A', 'manager')
    await stage.see("update contact set phone = '13800000009' where name in ('A' || $1, 'A' || $2)", [
      ROLES.cashier.zh,
      ROLES.manager.zh,
    ])
    expect(await refusal(callAs(bills, manager, 'bills.answerDispute', answer))).toBe('SECOND_PERSON') // one number, one person
    await stage.see('update contact set phone = null')
    const seen = await yes(callAs(bills, manager, 'bills.readBill', { billId }))
    expect(seen.moves.map(({ act }) => act)).toEqual(['uphold', 'void'])
    expect((await yes(callAs(bills, manager, 'bills.answerDispute', answer))).state).toBe('voided')
    await stage.see('update house_area set area100 = 8876')
    expect((await yes(run('month', '2026-04-01'))).run).toMatchObject({ bills: 1, amountFen: 11983 })
    expect((await a.lines('1-1-0101')).map((line) => [line.live, Number(line.amount_fen)])).toEqual([
      [false, 12083],
      [true, 11983],
    ])
  })
})
