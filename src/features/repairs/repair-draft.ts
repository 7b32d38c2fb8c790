import { useState } from 'react'
import { REPAIR_LIMITS } from '../../../types/vocabulary/repair'
import { forgetPrivate, keepPrivate, readPrivate } from '../../services/private-storage'

export interface RepairDraft {
  /** The flat that was chosen; empty until somebody who has several has chosen. */
  houseId: string
  place: string
  description: string
}

type Words = Pick<RepairDraft, 'place' | 'description'>
export type DraftProblems = Partial<Record<'place' | 'description', string>>

const DRAFT_KEY = 'draft:repair'

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
  if (typeof kept !== 'object' || kept === null) return { houseId: '', place: '', description: '' }
  return { houseId: wordsIn(kept, 'houseId'), place: wordsIn(kept, 'place'), description: wordsIn(kept, 'description') }
}

function wordsIn(kept: object, field: keyof RepairDraft): string {
  const words: unknown = (kept as Record<string, unknown>)[field]
  return typeof words === 'string' ? words : ''
}

/** The limits are those of the contract; the sentences speak to whoever fills the form in. */
export function problemsOf({ place, description }: Words): DraftProblems {
  const { placeMin, placeMax, descriptionMin, descriptionMax } = REPAIR_LIMITS
  const placeLength = [...place.trim()].length
  const descriptionLength = [...description.trim()].length
  return {
    ...(placeLength < placeMin && { place: '写上位置，师傅才找得到' }),
    ...(placeLength > placeMax && { place: `位置最多 ${placeMax} 个字，现在有 ${placeLength} 个` }),
    ...(descriptionLength < descriptionMin && { description: '写一句话，说说哪里坏了' }),
    ...(descriptionLength > descriptionMax && {
      description: `最多写 ${descriptionMax} 个字，现在有 ${descriptionLength} 个`,
    }),
  }
}
