import type { PayerRow, ReliefRow, SpaceRow } from './term-store'

interface SpanRow {
  from_on: string
  until_on: string | null
}

/** Days as the wire has them: without an end where there is none. */
export const spanOf = ({ from_on: from, until_on: until }: SpanRow) => ({ from, ...(until !== null && { until }) })

export const spaceCard = (row: SpaceRow) => ({
  itemCode: row.item_code,
  itemName: row.item_name,
  quantity: row.quantity,
  ...spanOf(row),
})

export const reliefCard = (row: ReliefRow) => ({ percent: row.percent, basisWords: row.basis_words, ...spanOf(row) })

export const payerCard = (row: PayerRow) => ({ kind: row.kind, name: row.name, ...spanOf(row) })
