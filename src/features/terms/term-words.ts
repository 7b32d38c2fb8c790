import type { Output, ReadName } from '../../../types/contracts'
import type { BillingTerm } from '../../../types/vocabulary/billing-term'
import { sayDate } from '../../../types/vocabulary/dates'

export type TermsPage = Output<'bills.listTerms'>
export type TermHouse = TermsPage['houses'][number]

/** Every read that a registration changes; the next run is previewed anew. */
export const TERM_READS = [
  'bills.listTerms',
  'bills.readHouseTerms',
  'bills.listCosts',
  'bills.previewRun',
] as const satisfies readonly ReadName[]

interface Days {
  from: string
  until?: string | undefined
}

/** `2026 年 4 月 1 日起`, or with its end: the day before which it still holds. */
export const sayDays = ({ from, until }: Days): string =>
  until === undefined ? `${sayDate(from)}起` : `${sayDate(from)}起，到 ${sayDate(until)}前`

export const sayQuantity = ({ itemName, quantity }: { itemName: string; quantity: number }): string =>
  `${itemName} ${quantity} 个`

export const sayPercent = (percent: number): string => `物业费收百分之 ${percent}`

const PAYER_WORDS = { tenant: '由租户缴费', organisation: '由单位缴费' } as const

export const sayPayer = ({ kind, name = '' }: { kind: keyof typeof PAYER_WORDS; name?: string }): string =>
  name === '' ? PAYER_WORDS[kind] : `${PAYER_WORDS[kind]}：${name}`

/** One thing that is registered, as far as ending it needs to know. */
export interface Ending extends Days {
  houseId: string
  kind: BillingTerm
  itemCode?: string
  words: string
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** What is wrong with the days that somebody typed; the server knows the calendar. */
export const daysProblems = ({ from, until }: { from: string; until: string }) => ({
  ...(!DATE.test(from.trim()) && { from: '开始日期写成 2026-01-31 这样' }),
  ...(until.trim() !== '' && !DATE.test(until.trim()) && { until: '结束日期写成 2026-01-31 这样' }),
})

export const daysOf = ({ from, until }: { from: string; until: string }) => ({
  from: from.trim(),
  ...(until.trim() !== '' && { until: until.trim() }),
})
