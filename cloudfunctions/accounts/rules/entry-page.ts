import { AppError } from '../../shared/call/app-error'
import type { EntryCategory, EntryKind } from '../../../types/vocabulary/statement'

export interface EntryFilter {
  kind?: EntryKind | undefined
  category?: EntryCategory | undefined
}

/** Where a page of entries ended: day, number in the books, line. */
export interface EntryPlace {
  bookedOn: string
  seq: number
  place: number
}

/** The place as it crosses the wire: opaque to the client, checked when it comes back. */
export const placeCursor = ({ bookedOn, seq, place }: EntryPlace): string => `${bookedOn}_${seq}_${place}`

/** Throws INVALID_INPUT for anything that `placeCursor` did not make. */
export function readPlace(cursor: string | undefined): EntryPlace | undefined {
  if (cursor === undefined) return undefined
  const match = /^(\d{4}-\d{2}-\d{2})_(\d{1,12})_(\d{1,4})$/.exec(cursor)
  const [, bookedOn, seq, place] = match ?? []
  if (bookedOn === undefined || !isDay(bookedOn)) {
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'after', message: '翻页位置不对，请从头刷新' }] })
  }
  return { bookedOn, seq: Number(seq), place: Number(place) }
}

/** Whether the calendar has this day: 30 February reads as another one. */
function isDay(date: string): boolean {
  const at = Date.parse(date)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}
