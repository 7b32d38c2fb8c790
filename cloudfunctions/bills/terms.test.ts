import { randomUUID } from 'node:crypto'
import { registersOf, withoutRegisters } from '../../local/testing/registers'
import { callAs, openTestStage, refusal, type TestStage, timerContext, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as clockwork } from '../clockwork'
import { main as members } from '../members'
import { main as bills } from '.'

const [manager, cashier, clerk] = [holderOf('A', 'manager'), holderOf('A', 'cashier'), holderOf('A', 'clerk')]
const [owner, family, tenant] = [holderOf('A', 'owner'), holderOf('A', 'family'), holderOf('A', 'tenant')]
const FEE = 'property_service'
const HOUSES = { '1-1-0101': 8950, '1-1-0102': 12030, '2-1-0101': 6020 }

let stage: TestStage
let a: ReturnType<typeof registersOf>

beforeAll(async () => {
  stage = await openTestStage()
  a = registersOf(stage, await stage.found(withoutRegisters(COMMUNITY_A)))
  await stage.found(withoutRegisters(COMMUNITY_B))
})
afterAll(() => stage.close())

beforeEach(async () => {
  await stage.see('delete from payer_request')
  await a.clear()
  const contractId = await a.contract()
  await a.board(contractId, 1, '2020-01-01', [
    { code: FEE, name: '物业服务费', priceE4: 15000 },
    { code: 'parking_underground', name: '地下车位管理费', kind: 'space', priceE4: 800_000 },
    { code: 'shared_power', name: '公共用电分摊', kind: 'share', priceE4: 0 },
  ])
  for (const [address, area100] of Object.entries(HOUSES)) {
    await a.area(address, area100)
    await a.owner(address, { name: `${address} 的业主` })
  }
})

const house = () => a.houseId('1-1-0101')
const run = async (from: string, items?: string[]) =>
  yes(callAs(bills, cashier, 'bills.startRun', { kind: 'month', from, ...(items && { items }) }))
const linesOf = async (address = '1-1-0101') =>
  (await a.lines(address)).map((line) => `${line.item_code} ${line.days} ${line.amount_fen} ${line.payer_kind}`)
const own = async (openid: string) => yes(callAs(bills, openid, 'bills.readHouseTerms', { houseId: await house() }))
const listed = (search: string) => yes(callAs(bills, clerk, 'bills.listTerms', { search }))
const fieldOf = async (reply: ReturnType<typeof callAs>) => {
  const got = await reply
  return got.ok ? 'ok' : got.error.details?.fields?.[0]
}

describe('a parking space', () => {
  const space = async (more: object = {}) =>
    callAs(bills, cashier, 'bills.registerSpace', {
      houseId: await house(),
      itemCode: 'parking_underground',
      quantity: 2,
      from: '2026-04-01',
      ...more,
    })

  it('is charged by the next run from the day on which it was registered, and until the day on which it ends', async () => {
    await yes(space({ from: '2026-04-16' }))
    await run('2026-04-01', ['parking_underground'])
    expect(await linesOf()).toEqual(['parking_underground 15 8000 owner'])
    const end = { houseId: await house(), kind: 'space', itemCode: 'parking_underground', from: '2026-04-16' } as const
    await yes(callAs(bills, clerk, 'bills.endTerm', { ...end, until: '2026-05-11' }))
    await run('2026-05-01', ['parking_underground'])
    expect((await linesOf())[1]).toBe('parking_underground 10 5161 owner')
    await run('2026-06-01')
    expect((await linesOf()).filter((line) => line.startsWith('parking'))).toHaveLength(2)
  })

  it('is shown to the residents of the house with its days, and to nobody else', async () => {
    await yes(space())
    const shown = [{ itemCode: 'parking_underground', itemName: '地下车位管理费', quantity: 2, from: '2026-04-01' }]
    for (const openid of [owner, family, tenant]) expect((await own(openid)).spaces).toEqual(shown)
    expect(await refusal(callAs(bills, 'neighbour', 'bills.readHouseTerms', { houseId: await house() }))).toBe(
      'NOT_FOUND',
    )
    expect((await listed('')).houses).toMatchObject([{ label: '1 栋 1 单元 0101', spaces: shown }])
    expect((await listed('1 栋 1 单元 102')).houses).toMatchObject([{ label: '1 栋 1 单元 0102', spaces: [] }])
  })

  it('is refused where the board does not have it, where the days are taken, and where they end before they begin', async () => {
    expect(await fieldOf(space({ itemCode: 'lift' }))).toEqual({
      path: 'itemCode',
      message: '收费公示里没有这一项，请先公示再登记',
    })
    await yes(space({ until: '2026-07-01' }))
    expect(await fieldOf(space({ from: '2026-06-30' }))).toEqual({
      path: 'from',
      message: '这段日子已经登记过，请先结束原来那一条',
    })
    expect(await fieldOf(space({ from: '2026-07-01', until: '2026-07-01' }))).toMatchObject({ path: 'until' })
    await yes(space({ from: '2026-07-01' }))
    expect(await refusal(space({ houseId: randomUUID() }))).toBe('NOT_FOUND')
  })

  it('that was a mistake goes when it is ended on its own first day', async () => {
    await yes(space())
    const term = { houseId: await house(), kind: 'space', itemCode: 'parking_underground', from: '2026-04-01' } as const
    expect(await fieldOf(callAs(bills, clerk, 'bills.endTerm', { ...term, until: '2026-03-31' }))).toMatchObject({
      message: '结束日期不能早于开始那天',
    })
    await yes(callAs(bills, clerk, 'bills.endTerm', { ...term, until: '2026-04-01' }))
    expect((await own(owner)).spaces).toEqual([])
    expect(await refusal(callAs(bills, clerk, 'bills.endTerm', { ...term, until: '2026-04-01' }))).toBe('NOT_FOUND')
  })
})

describe('a relief', () => {
  it('F6: registered by the manager with its basis, lets a vacant house pay seven tenths', async () => {
    const relief = { houseId: await house(), percent: 70, basisWords: '示例市物业收费办法第 20 条', from: '2026-01-01' }
    for (const openid of [clerk, cashier])
      expect(await refusal(callAs(bills, openid, 'bills.registerRelief', relief))).toBe('NOT_ALLOWED')
    expect(await fieldOf(callAs(bills, manager, 'bills.registerRelief', { ...relief, basisWords: '空置' }))).toEqual({
      path: 'basisWords',
      message: '依据至少写 4 个字',
    })
    await yes(callAs(bills, manager, 'bills.registerRelief', relief))
    await run('2026-04-01', [FEE])
    expect(await linesOf()).toEqual([`${FEE} 30 9398 owner`])
    expect((await own(owner)).reliefs).toMatchObject([{ percent: 70, basisWords: '示例市物业收费办法第 20 条' }])
    const end = { houseId: relief.houseId, kind: 'relief', from: relief.from, until: '2026-05-01' } as const
    expect(await refusal(callAs(bills, clerk, 'bills.endTerm', end))).toBe('NOT_ALLOWED')
    await yes(callAs(bills, manager, 'bills.endTerm', end))
    await run('2026-05-01', [FEE])
    expect((await linesOf())[1]).toBe(`${FEE} 31 13425 owner`)
  })
})

describe('a tenant who pays', () => {
  const ask = async (by: string, from: string) => {
    const bindingId = (await listed('1-1-0101')).houses[0]?.tenants[0]?.bindingId ?? ''
    return callAs(bills, by, 'bills.askTenantToPay', { houseId: await house(), bindingId, from })
  }
  const told = async (openid: string) => {
    await clockwork({}, timerContext())
    return (await yes(callAs(members, openid, 'members.listMessages', {}))).messages[0]?.text
  }

  it('pays only after agreeing on the own phone, from the day that was asked for, in the owner’s place', async () => {
    const { requestId } = await yes(ask(owner, '2026-06-10'))
    expect(await told(tenant)).toBe('请您答复：1 栋 1 单元 0101 的物业费是不是由您来缴，在“我的房屋”里答复')
    expect((await own(tenant)).requests).toMatchObject([
      { requestId, from: '2026-06-10', mine: true, mayWithdraw: false },
    ])
    expect((await own(owner)).requests).toMatchObject([{ requestId, mine: false, mayWithdraw: true }])
    await run('2026-05-01', [FEE]) // asked is not agreed
    expect(await linesOf()).toEqual([`${FEE} 31 13425 owner`])
    const answer = (openid: string) => callAs(bills, openid, 'bills.answerPayerRequest', { requestId, agrees: true })
    expect(await refusal(answer(owner))).toBe('NOT_ALLOWED')
    expect(await yes(answer(tenant))).toMatchObject({ state: 'agreed' })
    expect(await refusal(answer(tenant))).toBe('WRONG_STATE')
    expect(await told(owner)).toBe('租户同意缴 1 栋 1 单元 0101 的物业费，以后的账单发给租户')
    await run('2026-06-01', [FEE])
    expect((await linesOf()).slice(1)).toEqual([`${FEE} 9 4028 owner`, `${FEE} 21 9397 tenant`])
    expect((await own(tenant)).payers).toEqual([{ kind: 'tenant', mine: true, from: '2026-06-10' }])
    expect((await own(family)).payers).toEqual([{ kind: 'tenant', mine: false, from: '2026-06-10' }])
  })

  it('is asked by no owner whom the register does not name', async () => {
    await stage.see('update binding set owner_id = null')
    expect((await own(owner)).mayAsk).toEqual([])
    expect(await refusal(ask(owner, '2026-06-01'))).toBe('OWNER_NOT_REGISTERED')
  })

  it('changes nothing by saying no, and may be asked again', async () => {
    const { requestId } = await yes(ask(cashier, '2026-06-01'))
    expect(await refusal(ask(owner, '2026-06-01'))).toBe('PAYER_ALREADY_ASKED')
    await yes(callAs(bills, tenant, 'bills.answerPayerRequest', { requestId, agrees: false }))
    expect((await own(owner)).payers).toEqual([])
    const again = await yes(ask(owner, '2026-06-01'))
    await yes(callAs(bills, owner, 'bills.withdrawPayerRequest', again))
    expect(await refusal(callAs(bills, tenant, 'bills.answerPayerRequest', { ...again, agrees: true }))).toBe(
      'WRONG_STATE',
    )
  })

  it('pays no longer after moving out: the next bill goes to the owner', async () => {
    const { requestId } = await yes(ask(owner, '2026-06-01'))
    await yes(callAs(bills, tenant, 'bills.answerPayerRequest', { requestId, agrees: true }))
    await stage.see(
      `update binding set from_at = '2026-01-01' from seat where seat.seat_id = binding.seat_id and role = 'tenant'`,
    )
    const bindingId = (await listed('1-1-0101')).houses[0]?.tenants[0]?.bindingId ?? ''
    await yes(callAs(members, clerk, 'members.endBinding', { bindingId, reason: 'movedOut', on: '2026-07-01' }))
    await run('2026-06-01', [FEE])
    await run('2026-07-01', [FEE])
    expect(await linesOf()).toEqual([`${FEE} 30 13425 tenant`, `${FEE} 31 13425 owner`])
    await stage.see(`update binding set until_at = null, end_reason = null`)
  })

  it('is no other than one who is bound to the house as tenant; an organisation of the register needs no asking', async () => {
    const stranger = { houseId: await a.houseId('1-1-0102'), bindingId: await house(), from: '2026-06-01' }
    expect(await refusal(callAs(bills, clerk, 'bills.askTenantToPay', stranger))).toBe('NOT_FOUND')
    const ownerId = await a.owner('2-1-0101', {
      name: '示例公司',
      kind: 'organisation',
      from: '1990-01-01',
      until: '1990-02-01',
    })
    expect((await listed('')).organisations).toEqual([{ ownerId, name: '示例公司' }])
    await yes(callAs(bills, clerk, 'bills.registerPayer', { houseId: await house(), ownerId, from: '2026-06-01' }))
    await run('2026-06-01', [FEE])
    expect(await linesOf()).toEqual([`${FEE} 30 13425 organisation`])
  })
})

describe('a shared cost', () => {
  const cost = (more: object = {}) =>
    callAs(bills, cashier, 'bills.registerCost', {
      itemCode: 'shared_power',
      month: '2026-06-01',
      amountFen: 123_456,
      words: '六月公共用电',
      ...more,
    })

  it('F7: is split by area to the fen by the next run', async () => {
    await yes(cost())
    expect((await run('2026-06-01', ['shared_power'])).run.amountFen).toBe(123_456)
    const got = await Promise.all(Object.keys(HOUSES).map(linesOf))
    expect(got.map(([line]) => line)).toEqual([
      'shared_power 30 40923 owner',
      'shared_power 30 55007 owner',
      'shared_power 30 27526 owner',
    ])
  })

  it('of one building is shared there alone; of a building that is not there it is refused', async () => {
    await yes(cost({ building: '2 号楼' }))
    await run('2026-06-01', ['shared_power'])
    expect([await linesOf('1-1-0101'), await linesOf('2-1-0101')]).toEqual([[], ['shared_power 30 123456 owner']])
    expect(await fieldOf(cost({ building: '88' }))).toEqual({
      path: 'building',
      message: '登记里没有这一栋或这个单元，请核对',
    })
    expect(await fieldOf(cost({ month: '2099-01-01' }))).toEqual({ path: 'month', message: '这个月还没到，到了再登记' })
    expect(await fieldOf(cost({ itemCode: FEE }))).toMatchObject({ path: 'itemCode' })
  })

  it('is entered once, goes as long as it is on no bill, and stays once it is', async () => {
    const { costId } = await yes(cost())
    expect(await refusal(cost({ amountFen: 1 }))).toBe('COST_ALREADY_THERE')
    await yes(callAs(bills, clerk, 'bills.dropCost', { costId }))
    const right = await yes(cost({ amountFen: 123_457 }))
    await run('2026-06-01', ['shared_power'])
    expect(await refusal(callAs(bills, clerk, 'bills.dropCost', right))).toBe('COST_BILLED')
    expect((await yes(callAs(bills, clerk, 'bills.listCosts', {}))).costs).toMatchObject([
      { itemName: '公共用电分摊', month: '2026-06-01', amountFen: 123_457, isBilled: true, enteredBy: 'A收费员' },
    ])
  })
})
