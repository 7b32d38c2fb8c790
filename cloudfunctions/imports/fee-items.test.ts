import { main as fees } from '../fees'
import { main as files } from '../files'
import { importerAs } from '../../local/testing/importer'
import { callAs, openTestStage, refusal, type TestStage, yes } from '../../local/testing/stage'
import { openTestStorage, type TestStorage } from '../../local/testing/storage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import { main as imports } from './index'

const CLERK = holderOf('A', 'clerk')
const MANAGER = holderOf('A', 'manager')
const clerk = importerAs(CLERK, { imports, files })

let stage: TestStage
let storage: TestStorage
let community = ''
beforeAll(async () => {
  stage = await openTestStage()
  community = await stage.found(COMMUNITY_A)
  const { contract: _unsigned, ...uncontracted } = COMMUNITY_B
  await stage.found(uncontracted)
  storage = await openTestStorage(stage.appUrl)
})
afterAll(async () => {
  await storage.close()
  await stage.close()
})

const SERVICE = ['物业服务费', '按面积', '基础服务', '按月', '1.35', '每平方米 · 月', '物业服务合同第 8 条']
const DRAIN = ['通下水', '上门服务', '特约服务', '按次', '60-120', '每次', '看堵在哪一段']
const WATER = ['二次供水加压', '代收代付', '选用服务', '按月', '按实', '加价 0 元', '按表分摊']
const LAUNDRY = ['自助洗衣', '上门服务', '选用服务', '按次', '8', '每次', '合同第 12 条']

const boards = async (by = CLERK) => (await yes(callAs(fees, by, 'fees.listBoards', {}))).boards
const draftOf = async (by = CLERK) => {
  const mine = (await boards(by)).find(({ state, mine: own }) => own && state !== 'posted')
  return yes(callAs(fees, by, 'fees.readDraft', { boardId: mine?.boardId ?? '' }))
}
const posted = () => yes(callAs(fees, 'nobody', 'fees.readBoard', { communityId: community }))

it('writes the list into the clerk’s own draft and nowhere else: nothing hangs until a second person has reviewed it', async () => {
  const staged = await clerk.bring('feeItems', [SERVICE, DRAIN, WATER, LAUNDRY])
  expect(staged).toMatchObject({ newCount: 4, wrongCount: 0 })
  expect((await clerk.look(staged.importId, 'new')).rows[1]?.facts).toContainEqual({
    column: '单价',
    after: '60.00–120.00 元',
  })
  await clerk.apply(staged.importId)
  const { items, state, moves } = await draftOf()
  expect(items.map(({ name, code }) => [name, code.startsWith('item_') ? 'own' : code])).toEqual([
    ['物业服务费', 'property_service'],
    ['通下水', 'unblock_drain'],
    ['二次供水加压', 'water_pressure'],
    ['自助洗衣', 'own'],
  ])
  expect(items[0]).toMatchObject({ kind: 'area', tier: 'basic', per: 'month', priceE4: 13_500, isCommon: true })
  expect(items[1]).toMatchObject({ priceE4: 600_000, priceMostE4: 1_200_000 })
  expect([state, moves.map(({ act }) => act)]).toEqual(['draft', ['change', 'drop']])
  expect((await posted()).board).toBeUndefined()
  expect(await clerk.bring('feeItems', [SERVICE, DRAIN, WATER, LAUNDRY])).toMatchObject({ sameCount: 4 })
})

it('says what the new list no longer charges, keeps the code of a charge that is renamed, and voids a review', async () => {
  const { boardId, effectiveFrom, items } = await draftOf()
  const facts = {
    payers: '全体业主',
    services: '养护、保洁',
    chargeMethod: '面积 × 单价',
    chargeStart: '交房次日',
    payMethods: '按月',
    specialService: '',
    complaintPhone: '0000-1',
    reportPhone: '12315',
    priceRegime: 'guide',
  } as const
  const written = items.map(({ isCommon: _follows, ...item }) => item)
  const full = await yes(callAs(fees, CLERK, 'fees.draftBoard', { effectiveFrom, content: { facts, items: written } }))
  await yes(callAs(fees, MANAGER, 'fees.reviewBoard', { boardId, contentSha256: full.contentSha256 }))
  const renamed = ['物业费', ...SERVICE.slice(1)]
  const staged = await clerk.bring('feeItems', [renamed, DRAIN, WATER])
  expect(staged).toMatchObject({ changedCount: 1, sameCount: 2 })
  expect((await clerk.look(staged.importId, 'changed')).rows).toEqual([
    {
      rowNo: 2,
      title: '物业费',
      facts: [
        { column: '名称', before: '物业服务费', after: '物业费' },
        { column: '不再收', before: '自助洗衣', after: '新的公示里没有' },
      ],
    },
  ])
  await clerk.apply(staged.importId)
  const draft = await draftOf()
  expect(draft).toMatchObject({ boardId, state: 'draft', effectiveFrom, facts: { payers: '全体业主' } })
  expect(draft.items.map(({ code }) => code)).toEqual(['property_service', 'unblock_drain', 'water_pressure'])
})

it('leaves a posted board as it hangs: a new list becomes a new draft, and a rise still needs the owners', async () => {
  const { boardId } = await draftOf()
  await stage.see(
    "update fee_board set effective_from = '2026-01-01', shown_since = '2025-12-01' where board_id = $1",
    [boardId],
  )
  const seen = await draftOf()
  const naming = { boardId, contentSha256: seen.contentSha256 }
  await yes(callAs(fees, MANAGER, 'fees.reviewBoard', naming))
  await yes(callAs(fees, MANAGER, 'fees.postBoard', naming))
  const before = (await posted()).board
  const raised = ['物业费', '按面积', '基础服务', '按月', '1.50', ...SERVICE.slice(5)]
  const staged = await clerk.bring('feeItems', [raised, DRAIN, WATER])
  expect((await clerk.look(staged.importId, 'changed')).rows[0]?.facts).toEqual([
    { column: '单价', before: '1.35 元', after: '1.50 元' },
  ])
  await clerk.apply(staged.importId)
  expect((await posted()).board).toEqual(before)
  const draft = await draftOf()
  expect(draft.boardId).not.toBe(boardId)
  expect(draft).toMatchObject({ demands: { changesPrices: true, needsDecision: true }, facts: { payers: '全体业主' } })
  expect(draft.effectiveFrom >= draft.demands.earliest).toBe(true)
})

it('tells what cannot be charged so, and two names for one charge', async () => {
  const wrong = await clerk.bring('feeItems', [
    ['物业服务费', '按次', '基础服务', '按月', '1.35元', '每平方米', '合同'],
    ['物业费', '上门服务', '基础服务', '按次', '1.35', '每平方米', '合同'],
    ['二次供水加压', '代收代付', '选用服务', '按月', '2', '每吨', '合同'],
    ['保洁费', '按户', '基础服务', '按月', '20-30', '每户', '合同'],
    ['通下水', '上门服务', '特约服务', '按次', '120-60', '每次', '合同'],
    ['开锁', '上门服务', '特约服务', '按次', '1.23456', '每次', ''],
    SERVICE,
    ['物业管理费', ...SERVICE.slice(1)],
  ])
  expect(await clerk.problems(wrong.importId)).toEqual([
    '2 计费方式: “按次”不在可选的词里',
    '2 单价: “1.35元”带了单位',
    '3 计费方式: 物业服务费要按面积或按户收',
    '3 收取周期: 物业服务费要按月收',
    '4 单价: 代收代付不能加价',
    '5 单价: 按月收的费用写成了一个范围',
    '6 单价: “120-60”前面的比后面的大',
    '7 单价: “1.23456”小数太多',
    '7 收费依据: 没有填',
    '9 整行: 和第 8 行重复',
  ])
})

it('takes at most sixty items for one board', async () => {
  const many = Array.from({ length: 61 }, (_, index) => [`项目${index}`, ...LAUNDRY.slice(1)])
  const staged = await clerk.bring('feeItems', many)
  expect(await clerk.problems(staged.importId)).toEqual(['62 整行: 一份公示最多 60 项'])
})

it('takes no list where no service contract is on record, and says so before it reads the file', async () => {
  const other = importerAs(holderOf('B', 'clerk'), { imports, files })
  const fileId = await other.put([SERVICE])
  expect(
    await refusal(callAs(imports, holderOf('B', 'clerk'), 'imports.startImport', { fileId, kind: 'feeItems' })),
  ).toBe('FEE_BOARD_NO_CONTRACT')
})
