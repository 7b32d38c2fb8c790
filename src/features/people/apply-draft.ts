import { useState } from 'react'
import { forgetPrivate, keepPrivate, readPrivate } from '../../services/private-storage'
import type { Door } from './door-fields'
import { nameProblem, only, phoneProblem, type HouseRole } from './people-words'

export interface ApplyDraft extends Door {
  role: HouseRole
  name: string
  phone: string
}

const KEY = 'draft:apply'
const BLANK: ApplyDraft = { building: '', stair: '', room: '', role: 'owner', name: '', phone: '' }

/** What was typed stays on the phone until it has been sent. */
export function useApplyDraft() {
  const [draft, setDraft] = useState<ApplyDraft>(recall)
  const write = (change: Partial<ApplyDraft>) => {
    const next = { ...draft, ...change }
    setDraft(next)
    keepPrivate(KEY, next)
  }
  return { draft, write, forget: () => forgetPrivate(KEY) }
}

function recall(): ApplyDraft {
  const kept = readPrivate(KEY)
  if (typeof kept !== 'object' || kept === null) return BLANK
  const words = kept as Partial<Record<keyof ApplyDraft, unknown>>
  const textOf = (field: keyof ApplyDraft): string => (typeof words[field] === 'string' ? words[field] : '')
  const role = words.role === 'family' || words.role === 'tenant' ? words.role : 'owner'
  return {
    building: textOf('building'),
    stair: textOf('stair'),
    room: textOf('room'),
    role,
    name: textOf('name'),
    phone: textOf('phone'),
  }
}

export const doorProblems = ({ building, stair, room }: Door) =>
  only({
    building: building.trim() ? undefined : '请写几栋',
    stair: stair.trim() ? undefined : '请写几单元',
    room: room.trim() ? undefined : '请写室号',
  })

export const applyProblems = (draft: ApplyDraft) => ({
  ...doorProblems(draft),
  ...only({
    name: nameProblem(draft.name),
    phone: phoneProblem(draft.phone),
  }),
})
