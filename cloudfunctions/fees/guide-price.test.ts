import { callAs, openTestStage, type TestStage, yes } from '../../local/testing/stage'
import { COMMUNITY_A, COMMUNITY_B, holderOf } from '../../local/testing/two-communities'
import type { Input } from '../../types/contracts'
import { main as fees } from '.'

const GUIDE = {
  document: '测试市指导价',
  fromOn: '2024-01-01',
  floatPercent: 20,
  prices: [
    { gradeCode: '一级', withLiftE4: 18_000, withoutLiftE4: 12_000 },
    { gradeCode: '二级', withLiftE4: 13_500, withoutLiftE4: 9_000 },
  ],
}

let stage: TestStage
let withLift = ''
let unknownLift = ''
beforeAll(async () => {
  stage = await openTestStage()
  const { community } = COMMUNITY_A
  withLift = await stage.found({ ...COMMUNITY_A, community: { ...community, hasLift: true }, guidePrices: GUIDE })
  unknownLift = await stage.found(COMMUNITY_B)
})
afterAll(() => stage.close())

const CONTENT: NonNullable<Input<'fees.draftBoard'>['content']> = {
  facts: {
    payers: '全体业主',
    services: '保洁、秩序、绿化',
    chargeMethod: '面积 × 单价',
    chargeStart: '交房次日',
    payMethods: '按月',
    specialService: '暂不提供',
    complaintPhone: '0000-1',
    reportPhone: '12315',
    priceRegime: 'guide',
  },
  items: [],
}
const service = (priceE4: number): (typeof CONTENT)['items'][number] => ({
  code: 'property_service',
  name: '物业服务费',
  kind: 'area',
  tier: 'basic',
  per: 'month',
  priceE4,
  unitWords: '每平方米 · 月',
  basisWords: '合同第 8 条',
})

/** Written by the clerk, reviewed by the manager. */
async function reviewed(priceE4: number, community: 'A' | 'B' = 'A') {
  const draft = await yes(
    callAs(fees, holderOf(community, 'clerk'), 'fees.draftBoard', {
      effectiveFrom: '2040-01-01',
      content: { ...CONTENT, items: [service(priceE4)] },
    }),
  )
  const seen = { boardId: draft.boardId, contentSha256: draft.contentSha256 }
  return { seen, reply: await callAs(fees, holderOf(community, 'manager'), 'fees.reviewBoard', seen) }
}

const boardOf = async (communityId: string) =>
  (await yes(callAs(fees, 'nobody-knows-me', 'fees.readBoard', { communityId }))).board

it('refuses to review a price above the float, and says what the city’s price is', async () => {
  const { reply } = await reviewed(16_300)
  expect(reply).toMatchObject({
    ok: false,
    error: {
      code: 'FEE_BOARD_OUTSIDE_GUIDE',
      details: {
        fields: [{ path: 'items', message: '物业服务费二级的指导价是 1.35 元，上下浮动 20%，即 1.08–1.62 元' }],
      },
    },
  })
})

it('shows each grade with its guide price, and base, float and document of its own', async () => {
  const { seen } = await reviewed(15_000)
  await yes(callAs(fees, holderOf('A', 'manager'), 'fees.postBoard', seen))
  const board = await boardOf(withLift)
  expect(board?.ladder.map(({ code, guideE4 }) => [code, guideE4])).toEqual([
    ['一级', 18_000],
    ['二级', 13_500],
    ['三级', undefined],
  ])
  expect(board?.guide).toEqual({
    priceE4: 13_500,
    floatPercent: 20,
    leastE4: 10_800,
    mostE4: 16_200,
    document: '测试市指导价',
  })
  expect(board?.duties.find(({ duty }) => duty === 'priceRegime')?.answer).toContain(
    '政府指导价：1.35 元，上下浮动 20%',
  )
})

it('shows no guide price, and holds none against a board, where nobody knows whether there are lifts', async () => {
  const { seen } = await reviewed(99_000, 'B')
  await yes(callAs(fees, holderOf('B', 'manager'), 'fees.postBoard', seen))
  const board = await boardOf(unknownLift)
  expect([board?.guide, board?.ladder[0]?.guideE4]).toEqual([undefined, undefined])
})
