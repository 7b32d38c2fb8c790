import type { BasisKind, PriceRegime } from '../../../types/vocabulary/fee-board'
import type { BoardContent } from '../../shared/boards/board-content'
import { type GuidePrice, guideRange, leavesGuide, sayGuide } from './guide-price'

const SECOND_GRADE: GuidePrice = { gradeCode: '二级', priceE4: 13_500, floatPercent: 20, document: '示例文件' }

interface Case {
  regime?: PriceRegime
  basis?: BasisKind
  fileId?: string
  kind?: 'area' | 'fixed'
}

const boardAt = (priceE4: number, { regime = 'guide', basis, fileId, kind = 'area' }: Case = {}): BoardContent => ({
  contractId: 'c',
  effectiveFrom: '2026-05-20',
  shownSince: null,
  facts: {
    payers: '',
    services: '',
    chargeMethod: '',
    chargeStart: '',
    payMethods: '',
    specialService: '',
    complaintPhone: '',
    reportPhone: '',
    priceRegime: regime,
  },
  basis: basis ? { kind: basis, words: '写明了', fileId: fileId ?? null } : null,
  items: [
    {
      code: 'property_service',
      name: '物业服务费',
      kind,
      tier: 'basic',
      per: 'month',
      priceE4,
      priceMostE4: null,
      unitWords: '每平方米 · 月',
      basisWords: '合同',
      isCommon: true,
    },
  ],
})

it('says the base, the float and both ends of a guide price', () => {
  expect(sayGuide(SECOND_GRADE)).toBe('1.35 元，上下浮动 20%，即 1.08–1.62 元')
  expect(guideRange({ priceE4: 6_501, floatPercent: 15 })).toEqual({ leastE4: 5_526, mostE4: 7_476 }) // never outside the float
})

it.each([
  [1.08, false],
  [1.62, false],
  [1.0799, true],
  [1.6201, true],
] as const)('A06: at %s yuan a second grade of 1.35 ± 20 %% leaves its guide price: %s', (yuan, leaves) => {
  expect(leavesGuide(boardAt(Math.round(yuan * 10_000)), SECOND_GRADE)).toBe(leaves)
})

it('lets the owners decide on another price, and no clause of the contract', () => {
  expect(leavesGuide(boardAt(20_000, { basis: 'contract clause' }), SECOND_GRADE)).toBe(true)
  expect(leavesGuide(boardAt(20_000, { basis: 'owners decision' }), SECOND_GRADE)).toBe(true) // without its paper
  expect(leavesGuide(boardAt(20_000, { basis: 'owners decision', fileId: 'f' }), SECOND_GRADE)).toBe(false)
})

it('holds no guide price against a market price, a charge by the house, or a grade that has none', () => {
  expect(leavesGuide(boardAt(20_000, { regime: 'market' }), SECOND_GRADE)).toBe(false)
  expect(leavesGuide(boardAt(200_000, { kind: 'fixed' }), SECOND_GRADE)).toBe(false)
  expect(leavesGuide(boardAt(20_000), undefined)).toBe(false)
})
