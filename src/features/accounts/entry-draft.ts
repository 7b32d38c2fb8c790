import type { Input } from '../../../types/contracts'
import { readDecimal } from '../../../types/vocabulary/money'
import { ACCOUNT_LIMITS, type EntryCategory, type EntryKind } from '../../../types/vocabulary/statement'

/** An entry as it is typed. */
export interface EntryDraft {
  kind: EntryKind
  category: EntryCategory | undefined
  sourceId: string | undefined
  amount: string
  bookedOn: string
  words: string
}

export type EntryProblems = Partial<Record<'category' | 'amount' | 'bookedOn' | 'words', string>>

export const newEntry = (today: string): EntryDraft => ({
  kind: 'income',
  category: undefined,
  sourceId: undefined,
  amount: '',
  bookedOn: today,
  words: '',
})

/** What still has to be mended, by field. */
export function entryProblems({ kind, category, amount, bookedOn, words }: EntryDraft): EntryProblems {
  const fen = readDecimal(amount.replaceAll(',', ''), 2)
  return {
    ...(kind !== 'opening' && category === undefined && { category: '请选一项' }),
    ...((fen === undefined || fen <= 0) && { amount: '写成 120 或 120.50 这样，单位是元' }),
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(bookedOn) && { bookedOn: '写成 2026-01-31 这样' }),
    ...([...words.trim()].length < ACCOUNT_LIMITS.wordsMin && { words: '写一句是什么钱' }),
  }
}

export function entryInput(
  draft: EntryDraft,
  vouchers: Input<'accounts.postEntry'>['vouchers'],
): Input<'accounts.postEntry'> {
  const { kind, category, sourceId, amount, bookedOn, words } = draft
  return {
    kind,
    amountFen: readDecimal(amount.replaceAll(',', ''), 2) ?? 0,
    bookedOn,
    words: words.trim(),
    vouchers,
    ...(category !== undefined && { category }),
    ...(sourceId !== undefined && { sourceId }),
  }
}
