import { useState } from 'react'
import { REPAIR_LIMITS } from '../../../types/vocabulary/repair'
import {
  REPAIR_CATEGORIES,
  REPAIR_GROUPS,
  UNSAID_CATEGORY,
  type RepairCategory,
  type RepairGroup,
} from '../../../types/vocabulary/repair-category'
import { forgetPrivate, keepPrivate, readPrivate } from '../../services/private-storage'

export interface RepairDraft {
  /** The flat that was chosen; empty until somebody who has several has chosen. */
  houseId: string
  group: RepairGroup
  /** What is broken, once somebody has said it. */
  category: RepairCategory | undefined
  place: string
  description: string
}

export type DraftProblems = Partial<Record<'category' | 'place' | 'description', string>>

const DRAFT_KEY = 'draft:repair'

const EMPTY: RepairDraft = { houseId: '', group: 'common', category: undefined, place: '', description: '' }

/** What was typed stays on the phone until it has been sent. */
export function useRepairDraft(): { draft: RepairDraft; write(change: Partial<RepairDraft>): void; forget(): void } {
  const [draft, setDraft] = useState(recallDraft)
  const write = (change: Partial<RepairDraft>) => {
    const next = { ...draft, ...change }
    setDraft(next)
    keepPrivate(DRAFT_KEY, next)
  }
  return { draft, write, forget: () => forgetPrivate(DRAFT_KEY) }
}

function recallDraft(): RepairDraft {
  const kept = readPrivate(DRAFT_KEY)
  if (typeof kept !== 'object' || kept === null) return EMPTY
  const { houseId, group, category, place, description } = kept as Record<string, unknown>
  return {
    houseId: wordsOf(houseId),
    group: isKeyOf(REPAIR_GROUPS, group) ? group : EMPTY.group,
    category: isKeyOf(REPAIR_CATEGORIES, category) ? category : undefined,
    place: wordsOf(place),
    description: wordsOf(description),
  }
}

const wordsOf = (kept: unknown): string => (typeof kept === 'string' ? kept : '')

const isKeyOf = <T extends object>(table: T, kept: unknown): kept is keyof T =>
  typeof kept === 'string' && kept in table

/** What is reported, also by somebody who did not say it; only an emergency has to be named. */
export function categoryToFile({
  group,
  category,
}: Pick<RepairDraft, 'group' | 'category'>): RepairCategory | undefined {
  if (category !== undefined) return category
  if (group === 'urgent') return undefined
  return group === 'home' ? 'homeOther' : UNSAID_CATEGORY
}

/** The limits are those of the contract; the sentences speak to whoever fills the form in. */
export function problemsOf(draft: RepairDraft): DraftProblems {
  const { placeMin, placeMax, descriptionMin, descriptionMax } = REPAIR_LIMITS
  const placeLength = [...draft.place.trim()].length
  const descriptionLength = [...draft.description.trim()].length
  return {
    ...(categoryToFile(draft) === undefined && { category: '点一下是哪种急事' }),
    ...(placeLength < placeMin && { place: '写上位置，师傅才找得到' }),
    ...(placeLength > placeMax && { place: `位置最多 ${placeMax} 个字，现在有 ${placeLength} 个` }),
    ...(descriptionLength < descriptionMin && { description: '写一句话，说说哪里坏了' }),
    ...(descriptionLength > descriptionMax && {
      description: `最多写 ${descriptionMax} 个字，现在有 ${descriptionLength} 个`,
    }),
  }
}
