import fc from 'fast-check'
import { BOARD_DUTY_IDS, type BoardDuty } from '../../../types/vocabulary/fee-board'
import { isCommonCharge, sayFee } from '../../../types/vocabulary/fee'
import { changesPrices, compareItems } from './board-compare'
import { type BoardTerms, dutiesOf, missingIn } from './board-complete'
import { contentHash } from '../content-hash'
import type { BoardContent, BoardItem } from '../../shared/boards/board-content'
import { needsDecision } from './board-decision'
import { inForceOn, spansOf } from './board-in-force'
import { earliestDay, type NoticeFacts } from './board-notice'
import { obstaclesTo, type Readiness } from './board-ready'

const item = (code: string, priceE4: number, other: Partial<BoardItem> = {}): BoardItem => {
  const base = {
    kind: 'area',
    tier: 'basic',
    per: 'month',
    priceMostE4: null,
    unitWords: '每平方米 · 月',
    basisWords: '合同第 8 条',
    ...other,
  } as const
  return { code, name: code, priceE4, isCommon: isCommonCharge(base), ...base }
}
const service = (priceE4: number) => item('property_service', priceE4)
const space = (code: string, priceE4: number) =>
  item(code, priceE4, { kind: 'space', tier: 'market', unitWords: '每个 · 月' })
const lamp = (priceE4: number, priceMostE4: number | null = null) =>
  item('change_lamp', priceE4, { kind: 'special', tier: 'special', per: 'use', unitWords: '每次', priceMostE4 })

const facts = {
  payers: '全体业主',
  services: '保洁、秩序、绿化',
  chargeMethod: '产权证面积 × 单价',
  chargeStart: '交房次日',
  payMethods: '按月，微信',
  specialService: '',
  complaintPhone: '0000-8000001',
  reportPhone: '12315',
  priceRegime: 'guide',
} as const
const terms: BoardTerms = {
  enterpriseName: '安和物业',
  standardName: '示例标准',
  gradeCode: '二级',
  bestGradeCode: '一级',
  promises: 4,
  guide: undefined,
}
const content = (items: BoardItem[], other: Partial<BoardContent> = {}): BoardContent => ({
  contractId: 'c',
  effectiveFrom: '2026-05-20',
  shownSince: null,
  facts,
  basis: null,
  items,
  ...other,
})

describe('a month’s notice', () => {
  const notice = (postedOn: string, other: Partial<NoticeFacts> = {}) =>
    earliestDay({ postedOn, noticeMonths: 1, changesPrices: true, isFirst: false, shownSince: null, ...other })

  it('F10: a price posted on 20 April takes effect on 20 May at the earliest', () => {
    expect(notice('2026-04-20')).toBe('2026-05-20')
  })

  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-03-31', '2026-04-30'],
    ['2026-12-15', '2027-01-15'],
  ])('ends on the last day of a month that lacks the day: posted %s, effective %s', (postedOn, earliest) => {
    expect(notice(postedOn)).toBe(earliest)
  })

  it('is not asked where no price changes, and never lets a board hold before it hangs', () => {
    expect(notice('2026-04-20', { changesPrices: false })).toBe('2026-04-20')
  })

  it('is not asked of a first board, which holds from the day on which its paper was hung, and from no later one', () => {
    expect(notice('2026-04-20', { isFirst: true })).toBe('2026-04-20')
    expect(notice('2026-04-20', { isFirst: true, shownSince: '2025-01-01' })).toBe('2025-01-01')
    expect(notice('2026-04-20', { isFirst: true, shownSince: '2026-05-01' })).toBe('2026-04-20')
  })

  it('is as long as the place demands', () => {
    expect(notice('2026-04-20', { noticeMonths: 3 })).toBe('2026-07-20')
  })
})

describe('comparing two versions', () => {
  it('names what is new, gone, dearer, cheaper and unchanged, with both prices', () => {
    const before = [service(13500), space('parking', 500_000), lamp(150_000), item('gone', 1)]
    const after = [service(15000), space('parking', 400_000), lamp(150_000), space('bicycle', 100_000)]
    expect(compareItems(before, after).map(({ code, change }) => [code, change])).toEqual([
      ['property_service', 'raised'],
      ['parking', 'lowered'],
      ['change_lamp', 'unchanged'],
      ['bicycle', 'added'],
      ['gone', 'removed'],
    ])
    expect(compareItems(before, after)[0]).toMatchObject({ before: { priceE4: 13500 }, after: { priceE4: 15000 } })
  })

  it('sees through a charge that keeps its code and price but is measured in another way', () => {
    const changed = compareItems(
      [space('parking', 500_000)],
      [item('parking', 500_000, { kind: 'fixed', unitWords: '每户 · 月' })],
    )
    expect(changed.map(({ change }) => change)).toEqual(['added', 'removed'])
    expect(needsDecision(changed)).toBe(true)
  })

  it('calls a range dearer when either end rises, and takes spaces in a unit for nothing', () => {
    expect(compareItems([lamp(600_000)], [lamp(600_000, 1_200_000)])[0]?.change).toBe('raised')
    expect(compareItems([service(13500)], [{ ...service(13500), unitWords: '每平方米·月' }])[0]?.change).toBe(
      'unchanged',
    )
  })

  it('finds no change between a version and itself', () => {
    const codes = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 12 })
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 1e8 }), (names, priceE4) => {
        const items = names.map((code) => item(code, priceE4))
        const compared = compareItems(items, items)
        expect(compared.every(({ change }) => change === 'unchanged')).toBe(true)
        expect(changesPrices(compared) || needsDecision(compared)).toBe(false)
      }),
    )
  })
})

it.each([
  ['raises 物业服务费', [service(15000), space('parking', 500_000)], true],
  ['lowers 物业服务费', [service(12000), space('parking', 500_000)], false],
  [
    'adds a charge that every house pays',
    [service(13500), space('parking', 500_000), item('power', 0, { kind: 'share' })],
    true,
  ],
  ['raises the parking that only some use', [service(13500), space('parking', 600_000)], false],
  ['adds a service that one may order', [service(13500), space('parking', 500_000), lamp(150_000)], false],
])('asks the owners when a version %s: %#', (_what, after, asked) => {
  expect(needsDecision(compareItems([service(13500), space('parking', 500_000)], after))).toBe(asked)
})

describe('completeness', () => {
  it('answers all eighteen items of a whole board', () => {
    const duties = dutiesOf(content([service(13500), lamp(150_000)]), terms)
    expect(duties).toHaveLength(18)
    expect(duties.filter(({ answer }) => answer === undefined)).toEqual([])
    expect(duties.map(({ duty }) => duty)).toEqual([...BOARD_DUTY_IDS])
  })

  it.each([
    ['reportPhone', { facts: { ...facts, reportPhone: '' } }, 'facts.reportPhone'],
    ['citySpecial', { items: [service(13500)] }, 'facts.specialService'],
    ['items', { items: [lamp(150_000)] }, 'items'],
    ['bases', { items: [{ ...service(13500), basisWords: '' }, lamp(1)] }, 'items'],
  ] satisfies [BoardDuty, Partial<BoardContent>, string][])(
    'names %s when it is missing, and where to write it',
    (duty, gap, path) => {
      const board = content([service(13500), lamp(150_000)], gap)
      expect(dutiesOf(board, terms).find((one) => one.duty === duty)?.answer).toBeUndefined()
      expect(missingIn(board, terms).map((field) => field.path)).toEqual([path])
    },
  )
})

describe('the version in force', () => {
  const v = (boardId: string, effectiveFrom: string) => ({ boardId, effectiveFrom })
  const posted = [v('two', '2026-06-01'), v('one', '2026-01-01')]

  it('holds from its first day to the day before the next one', () => {
    expect(
      ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01'].map((day) => inForceOn(day, posted)?.boardId),
    ).toEqual([undefined, 'one', 'one', 'two'])
  })

  it('is exactly one on each day from the first version on', () => {
    const dates = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 12 })
    const day = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 3000 }), (starts, asked) => {
        const versions = starts.map((n) => v(String(n), day(n)))
        const holding = spansOf(versions).filter(
          ({ effectiveFrom, untilOn }) =>
            effectiveFrom <= day(asked) && (untilOn === undefined || day(asked) < untilOn),
        )
        expect(holding).toHaveLength(asked < Math.min(...starts) ? 0 : 1)
      }),
    )
  })
})

describe('what stands in the way', () => {
  const before = { effectiveFrom: '2026-01-01', items: [service(13500)] }
  const on = (postedOn: string, other: Partial<Readiness> = {}): Readiness => ({
    before,
    terms,
    noticeMonths: 1,
    postedOn,
    ...other,
  })
  const clause = { kind: 'contract clause', words: '第 8 条：每两年可调价一次', fileId: null } as const
  const raised = (effectiveFrom: string) => content([service(15000), lamp(1)], { effectiveFrom, basis: clause })
  const codes = (...asked: Parameters<typeof obstaclesTo>) => obstaclesTo(...asked).map(({ code }) => code)

  it('F10: 1 May is too early for what is posted on 20 April, and 20 May is not', () => {
    expect(codes(raised('2026-05-01'), on('2026-04-20'))).toEqual(['FEE_BOARD_TOO_EARLY'])
    expect(codes(raised('2026-05-20'), on('2026-04-20'))).toEqual([])
    expect(obstaclesTo(raised('2026-05-01'), on('2026-04-20'))[0]?.fields[0]?.message).toContain('2026 年 5 月 20 日')
  })

  it('takes no rise without what stands behind it, and no decision of the owners without its paper', () => {
    const bare = { ...raised('2026-06-01'), basis: null }
    const spoken = { ...bare, basis: { kind: 'owners decision', words: '业主大会同意', fileId: null } as const }
    expect(codes(bare, on('2026-04-20'))).toEqual(['FEE_BOARD_NEEDS_DECISION'])
    expect(codes(spoken, on('2026-04-20'))).toEqual(['FEE_BOARD_NEEDS_DECISION'])
    expect(codes({ ...spoken, basis: { ...spoken.basis, fileId: 'f' } }, on('2026-04-20'))).toEqual([])
  })

  it('lets no version slip in before one that is posted already', () => {
    expect(codes(content([service(13500), lamp(1)], { effectiveFrom: '2026-01-01' }), on('2025-12-01'))).toContain(
      'FEE_BOARD_OVERTAKEN',
    )
  })
})

it('gives every change of a version another fingerprint, and the same words the same one', () => {
  const board = content([service(13500), lamp(150_000)])
  const shuffled = {
    ...board,
    facts: Object.fromEntries(Object.entries(facts).reverse()) as unknown as BoardContent['facts'],
  }
  expect(contentHash(shuffled)).toBe(contentHash(board))
  const others = [
    { ...board, effectiveFrom: '2026-05-21' },
    { ...board, items: [...board.items].reverse() },
    { ...board, items: [service(13501), lamp(150_000)] },
    { ...board, facts: { ...facts, payers: '全体业主，' } },
    { ...board, basis: { kind: 'contract clause', words: '第 8 条', fileId: null } as const },
  ]
  expect(new Set([board, ...others].map(contentHash)).size).toBe(others.length + 1)
})

it('says a price as a board says it', () => {
  const said = (kind: BoardItem['kind'], priceE4: number, priceMostE4?: number) =>
    sayFee({ kind, priceE4, priceMostE4 })
  expect([
    said('area', 13500),
    said('deposit', 20_000_000),
    said('special', 600_000, 1_200_000),
    said('agency', 0),
    said('special', 0),
  ]).toEqual(['1.35 元', '2,000.00 元', '60–120 元', '按实', '不收费'])
})
