import { useState } from 'react'
import { forgetPrivate, keepPrivate, readPrivate } from '../../services/private-storage'
import { nameProblem, only, phoneProblem, type HouseRole } from './people-words'

export interface ApplyDraft {
  building: string
  stair: string
  room: string
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

export const applyProblems = (draft: ApplyDraft) =>
  only({
    building: draft.building.trim() ? undefined : '请写几栋',
    stair: draft.stair.trim() ? undefined : '请写几单元',
    room: draft.room.trim() ? undefined : '请写室号',
    name: nameProblem(draft.name),
    phone: phoneProblem(draft.phone),
  })
