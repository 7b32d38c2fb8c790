import type { ItemChange } from '../../../types/vocabulary/fee-board'
import type { BoardItem } from '../../shared/boards/board-content'

export interface ComparedItem {
  code: string
  change: ItemChange
  before: BoardItem | undefined
  after: BoardItem | undefined
}

/**
 * Two versions, item by item: first those of the later version in its order, then what it no longer has. An item that is
 * measured in another way under the same code is one charge gone and another new, however alike the prices look.
 */
export function compareItems(before: readonly BoardItem[], after: readonly BoardItem[]): ComparedItem[] {
  const old = new Map(before.map((item) => [item.code, item]))
  const kept = new Set<string>()
  const there = after.map((item): ComparedItem => {
    const was = old.get(item.code)
    if (!was || !isSameCharge(was, item)) return { code: item.code, change: 'added', before: undefined, after: item }
    kept.add(item.code)
    return { code: item.code, change: changeOf(was, item), before: was, after: item }
  })
  const gone = before
    .filter((item) => !kept.has(item.code))
    .map((item): ComparedItem => ({ code: item.code, change: 'removed', before: item, after: undefined }))
  return [...there, ...gone]
}

const isSameCharge = (one: BoardItem, other: BoardItem): boolean =>
  one.kind === other.kind && one.per === other.per && plain(one.unitWords) === plain(other.unitWords)

/** Spaces and dots make no other unit. */
const plain = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')

function changeOf(before: BoardItem, after: BoardItem): ItemChange {
  const [least, most] = [after.priceE4 - before.priceE4, mostOf(after) - mostOf(before)]
  if (least > 0 || most > 0) return 'raised'
  return least < 0 || most < 0 ? 'lowered' : 'unchanged'
}

const mostOf = ({ priceE4, priceMostE4 }: BoardItem): number => priceMostE4 ?? priceE4

/** Whether residents would pay other prices: then the board hangs for a month before it holds. */
export const changesPrices = (compared: readonly ComparedItem[]): boolean =>
  compared.some(({ change }) => change === 'added' || change === 'raised' || change === 'lowered')
