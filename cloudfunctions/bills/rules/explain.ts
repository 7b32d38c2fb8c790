import type { BillPayer, LineKind } from '../../../types/vocabulary/bill'
import { chargeFor, splitByWeight } from '../../shared/billing/charge'
import { monthPartsOf } from '../../shared/billing/months'

/** Days [from, until); without `until` they go on. */
interface Span {
  from: string
  until?: string | undefined
}
export interface ItemFact extends Span {
  feeItemId: string
  contractId: string
  code: string
  kind: Exclude<LineKind, 'share'>
  priceE4: number
}
export interface AreaFact {
  from: string
  area100: number
}
export interface OwnerFact extends Span {
  ownerId: string
  kind: 'person' | 'organisation' | 'developer'
  shareNum: number
  shareDen: number
}
/** What the registers say of one house. */
export interface HouseFacts {
  byArea: boolean
  deliveredOn?: string | undefined
  isUndelivered?: boolean | undefined
  /** The developer who pays before delivery. */
  developerId?: string | undefined
  areas: readonly AreaFact[]
  reliefs: readonly (Span & { percent: number })[]
  spaces: readonly (Span & { code: string; quantity: number })[]
  owners: readonly OwnerFact[]
  takenOver: readonly (Span & { kind: 'tenant' | 'organisation'; id: string })[]
}
export interface ExplainedLine {
  code: string
  feeItemId: string
  contractId: string
  from: string
  to: string
  area100: number | undefined
  quantity: number
  percent: number
  payerKind: BillPayer
  payerId: string
  wholeFen: number
  amountFen: number
}
export type Explained = { lines: ExplainedLine[] } | { leftOut: 'noArea' | 'noPayer' }

const holds = ({ from, until }: Span, day: string): boolean => from <= day && (until === undefined || day < until)

/** Of spans that hold on a day, the one that began last. */
const latest = <T extends Span>(spans: readonly T[], day: string): T | undefined =>
  spans
    .filter((span) => holds(span, day))
    .reduce<T | undefined>((best, span) => (!best || span.from > best.from ? span : best), undefined)

/** Of a register where a row holds until the next one begins, even if that one has ended: the row of this day. */
function rowOf<T extends Span>(rows: readonly T[], day: string): T | undefined {
  const begun = rows
    .filter((row) => row.from <= day)
    .reduce<T | undefined>((best, row) => (!best || row.from > best.from ? row : best), undefined)
  return begun && holds(begun, day) ? begun : undefined
}

/** Who pays on a day: the developer before delivery, then whoever has taken over, else the owner with the largest share. */
function payerOn(house: HouseFacts, day: string): { kind: BillPayer; id: string } | undefined {
  if (house.isUndelivered || (house.deliveredOn !== undefined && day < house.deliveredOn)) {
    return house.developerId === undefined ? undefined : { kind: 'developer', id: house.developerId }
  }
  const instead = rowOf(house.takenOver, day)
  if (instead) return { kind: instead.kind, id: instead.id }
  const [owner] = house.owners
    .filter((one) => holds(one, day))
    .sort((a, b) => b.shareNum * a.shareDen - a.shareNum * b.shareDen || (a.ownerId < b.ownerId ? -1 : 1))
  return owner && { kind: owner.kind === 'person' ? 'owner' : owner.kind, id: owner.ownerId }
}

/** What one item costs on one day: the days with equal factors become one charge. */
function factorsOn(house: HouseFacts, item: ItemFact, day: string) {
  if (item.kind === 'space') {
    const space = rowOf(
      house.spaces.filter(({ code }) => code === item.code),
      day,
    )
    return (
      space && {
        key: `space ${space.from}`,
        units100: 100 * space.quantity,
        area100: undefined,
        quantity: space.quantity,
        percent: 100,
      }
    )
  }
  if (!house.byArea) return undefined
  if (item.kind === 'fixed') return { key: 'house', units100: 100, area100: undefined, quantity: 1, percent: 100 }
  const area = latest(house.areas, day)
  if (!area) return undefined
  const relief = rowOf(house.reliefs, day)
  const key = `area ${area.from} ${relief?.from ?? ''}`
  return { key, units100: area.area100, area100: area.area100, quantity: 1, percent: relief?.percent ?? 100 }
}

/** Days that follow each other with one key are one stretch. */
function stretchesOf<T extends { key: string }>(days: readonly string[], at: (day: string) => T | undefined) {
  const stretches: { value: T; days: string[] }[] = []
  let open: { value: T; days: string[] } | undefined
  for (const day of days) {
    const value = at(day)
    if (value && open?.value.key === value.key) open.days.push(day)
    else {
      open = value && { value, days: [day] }
      if (open) stretches.push(open)
    }
  }
  return stretches
}

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
function daysOf(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day < to; day = nextDay(day)) days.push(day)
  return days
}
const endOf = (days: readonly string[]): string => nextDay(days.at(-1) ?? '')

/**
 * The lines of one house for [from, to), found day by day and so independently of the set-based run: each stretch of equal
 * price, area and relief in a month is charged once, rounded half up, and what several payers owe of it is split by days.
 */
export function explainHouse(house: HouseFacts, items: readonly ItemFact[], from: string, to: string): Explained {
  const days = daysOf(from, to)
  const inForce = items.filter((item) => item.from < to && (item.until === undefined || from < item.until))
  if (house.byArea && inForce.some(({ kind }) => kind === 'area') && days.some((day) => !latest(house.areas, day)))
    return { leftOut: 'noArea' }
  if (inForce.length > 0 && days.some((day) => !payerOn(house, day))) return { leftOut: 'noPayer' }
  const lines = monthPartsOf(from, to).flatMap((month) =>
    inForce.flatMap((item) =>
      stretchesOf(daysOf(month.from, month.to), (day) =>
        holds(item, day) ? factorsOn(house, item, day) : undefined,
      ).flatMap((stretch) => linesOf(house, item, stretch, month.daysInMonth)),
    ),
  )
  return { lines }
}

function linesOf(
  house: HouseFacts,
  item: ItemFact,
  {
    value,
    days,
  }: { value: { units100: number; area100: number | undefined; quantity: number; percent: number }; days: string[] },
  daysInMonth: number,
): ExplainedLine[] {
  const { units100, area100, quantity, percent } = value
  const wholeFen = chargeFor({ area100: units100, priceE4: item.priceE4, days: days.length, daysInMonth, percent })
  if (wholeFen === 0) return []
  const parts = stretchesOf(days, (day) => {
    const payer = payerOn(house, day)
    return payer && { key: `${payer.kind} ${payer.id}`, payer }
  })
  const amounts = splitByWeight(
    wholeFen,
    parts.map((part) => part.days.length),
  )
  return parts.map((part, index) => ({
    code: item.code,
    feeItemId: item.feeItemId,
    contractId: item.contractId,
    from: part.days[0] ?? '',
    to: endOf(part.days),
    area100,
    quantity,
    percent,
    payerKind: part.value.payer.kind,
    payerId: part.value.payer.id,
    wholeFen,
    amountFen: amounts[index] ?? 0,
  }))
}
