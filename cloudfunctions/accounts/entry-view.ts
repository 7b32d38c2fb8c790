import { ACCOUNT_LIMITS } from '../../types/vocabulary/statement'
import type { Actor } from '../shared/policy/actor'
import { reachOf } from '../shared/policy/policy'
import type { EntryRow } from './entry-store'
import { quarterFrom } from './rules/booking'

/** How a reader stands to the books. */
export interface EntryReader {
  actor: Actor
  keeps: boolean
}

/** Whoever keeps or checks the books sees originals; everybody else the redacted copies. */
export const checksBooks = ({ role }: Actor): boolean => reachOf('accounts.readStatement', role) !== undefined

/** An entry as this reader may see it. */
export function sayEntry(row: EntryRow, { actor, keeps }: EntryReader) {
  const stands = row.reverses === null && row.reversed_by === null
  const checks = checksBooks(actor)
  return {
    entryId: row.journal_id,
    seq: row.seq,
    place: row.place,
    kind: row.kind,
    ...(row.category !== null && { category: row.category }),
    ...(row.source_id !== null && { sourceId: row.source_id }),
    bookedOn: row.booked_on,
    amountFen: row.amount_fen,
    words: row.words ?? '',
    ...(row.reverses !== null && { reverses: row.reverses }),
    ...(row.reversed_by !== null && { reversedBy: row.reversed_by }),
    ...(row.corrects_quarter !== null && { correctsQuarter: quarterFrom(row.corrects_quarter) }),
    vouchers: row.vouchers.map(({ fileId, redactedFileId, sha256, late }) => ({
      redactedFileId,
      ...(checks && { fileId }),
      sha256,
      late,
    })),
    voucherMissing: stands && needsVoucher(row) && row.vouchers.length === 0,
    mayReverse: stands && mayReverse(row, actor, keeps),
    mayAttach: stands && keeps && row.vouchers.length < ACCOUNT_LIMITS.vouchersMax,
  }
}

const needsVoucher = ({ kind, amount_fen }: EntryRow): boolean =>
  kind === 'cost' || kind === 'committee' || (kind === 'income' && amount_fen >= ACCOUNT_LIMITS.incomeVoucherFromFen)

const mayReverse = (row: EntryRow, actor: Actor, keeps: boolean): boolean =>
  reachOf('accounts.reverseEntry', actor.role) !== undefined &&
  row.posted_by !== actor.personId &&
  (actor.role !== 'manager' || keeps)
