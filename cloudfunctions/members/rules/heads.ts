/** A house that votes, with its owners of today; an owner found twice and merged by hand is already one. */
export interface OwnedHouse {
  houseId: string
  ownerIds: readonly string[]
}

export interface HeadCount {
  heads: number
  housesWithoutOwner: number
  headsWithSeveral: number
}

/**
 * Heads are persons, not flats: each house counts as one head however many own it together, several houses of the same
 * buyer count as one, and so do the developer's unsold ones (Supreme People's Court on 建筑物区分所有权, article 9).
 * A house without a registered owner stays one head of its own until the register names somebody.
 */
export function countHeads(houses: readonly OwnedHouse[]): HeadCount {
  const housesOf = new Map<string, number>()
  for (const { houseId, ownerIds } of houses) {
    const head = ownerIds.length > 0 ? [...new Set(ownerIds)].sort().join(' ') : `house ${houseId}`
    housesOf.set(head, (housesOf.get(head) ?? 0) + 1)
  }
  return {
    heads: housesOf.size,
    housesWithoutOwner: houses.filter(({ ownerIds }) => ownerIds.length === 0).length,
    headsWithSeveral: [...housesOf.values()].filter((count) => count > 1).length,
  }
}
