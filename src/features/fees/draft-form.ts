import type { Input, Output } from '../../../types/contracts'
import { FEE_KINDS, type FeeKind, type FeePeriod, type FeeTemplate, type FeeTier } from '../../../types/vocabulary/fee'
import type { BasisKind, BoardFact, PriceRegime } from '../../../types/vocabulary/fee-board'
import { readDecimal, sayPrice } from '../../../types/vocabulary/money'

export type Draft = Output<'fees.readDraft'>
type Content = NonNullable<Input<'fees.draftBoard'>['content']>

/** An item while it is typed: prices are still words. */
export interface FormItem {
  code?: string
  name: string
  kind: FeeKind
  tier: FeeTier
  per: FeePeriod
  price: string
  most: string
  unitWords: string
  basisWords: string
}

export interface BoardForm {
  effectiveFrom: string
  shownSince: string
  facts: Record<BoardFact, string>
  priceRegime: PriceRegime
  basisKind: BasisKind | 'none'
  basisWords: string
  basisFileId: string | undefined
  items: FormItem[]
}

const NO_FACTS: Record<BoardFact, string> = {
  payers: '全体业主',
  services: '',
  chargeMethod: '不动产权证面积 × 单价',
  chargeStart: '',
  payMethods: '',
  specialService: '',
  complaintPhone: '',
  reportPhone: '12315',
}

export const itemFromTemplate = (template: FeeTemplate): FormItem => ({
  ...template,
  price: '',
  most: '',
  basisWords: '',
})

export const newItem = (): FormItem => ({
  name: '',
  kind: 'fixed',
  tier: 'market',
  per: 'use',
  price: '',
  most: '',
  unitWords: FEE_KINDS.special.unit,
  basisWords: '',
})

export const emptyForm = (first: FeeTemplate | undefined, effectiveFrom: string): BoardForm => ({
  effectiveFrom,
  shownSince: '',
  facts: NO_FACTS,
  priceRegime: 'guide',
  basisKind: 'none',
  basisWords: '',
  basisFileId: undefined,
  items: first ? [itemFromTemplate(first)] : [],
})

/** A saved draft, as it is typed on. */
export function formOf(draft: Draft): BoardForm {
  const { priceRegime, ...facts } = draft.facts
  return {
    effectiveFrom: draft.effectiveFrom,
    shownSince: draft.shownSince ?? '',
    facts,
    priceRegime,
    basisKind: draft.basis?.kind ?? 'none',
    basisWords: draft.basis?.words ?? '',
    basisFileId: draft.basis?.fileId,
    items: draft.items.map(({ priceE4, priceMostE4, isCommon: _derived, ...item }) => ({
      ...item,
      price: sayPrice(priceE4),
      most: priceMostE4 === undefined ? '' : sayPrice(priceMostE4),
    })),
  }
}

/** What is sent. Call only when `formProblems` is empty. */
export function inputOf(form: BoardForm): Input<'fees.draftBoard'> {
  const { basisKind, basisWords, basisFileId } = form
  const content: Content = {
    facts: { ...form.facts, priceRegime: form.priceRegime },
    items: form.items.map(({ price, most, ...item }) => ({
      ...item,
      priceE4: readDecimal(price, 4) ?? 0,
      ...(most !== '' && { priceMostE4: readDecimal(most, 4) ?? 0 }),
    })),
    ...(basisKind !== 'none' && {
      basis: { kind: basisKind, words: basisWords, ...(basisFileId !== undefined && { fileId: basisFileId }) },
    }),
    ...(form.shownSince !== '' && { shownSince: form.shownSince }),
  }
  return { effectiveFrom: form.effectiveFrom, content }
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** What keeps the draft from being saved, by field. What is only missing may be missing in a draft. */
export function formProblems(form: BoardForm): Record<string, string> {
  return {
    ...(!isDate(form.effectiveFrom) && { effectiveFrom: '写成 2026-06-01 这样' }),
    ...(form.shownSince !== '' && !isDate(form.shownSince) && { shownSince: '写成 2026-06-01 这样' }),
    ...(form.basisKind !== 'none' &&
      [...form.basisWords.trim()].length < 4 && { basis: '写明哪一条、怎么约定，或哪次大会、什么结果' }),
    ...(form.items.some((item) => Object.keys(itemProblems(item)).length > 0) && {
      items: '有的项目还没填好，点开补上',
    }),
  }
}

export type ItemProblems = Partial<Record<'name' | 'price' | 'most' | 'unitWords', string>>

export function itemProblems({ name, kind, price, most, unitWords }: FormItem): ItemProblems {
  const least = readDecimal(price, 4)
  const highest = most === '' ? least : readDecimal(most, 4)
  return {
    ...(name.trim() === '' && { name: '写上项目名称' }),
    ...(least === undefined && { price: '写数字，比如 1.35；不收费写 0' }),
    ...(kind === 'agency' && least !== undefined && least > 0 && { price: '代收代付不能加价，写 0' }),
    ...((highest === undefined || (least !== undefined && highest < least)) && { most: '最高价要不低于最低价' }),
    ...(unitWords.trim() === '' && { unitWords: '写上单位，比如“每次”' }),
  }
}
