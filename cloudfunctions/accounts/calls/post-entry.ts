import type { Input } from '../../../types/contracts'
import type * as accounts from '../../../types/contracts/accounts'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import type { Db } from '../../shared/db/db'
import { type JournalLine, postJournal } from '../../shared/ledger/journal-store'
import { ensureKeepsBooks, holdBooks } from '../books'
import { findSource } from '../figure-store'
import { problemOfBooking, quarterName } from '../rules/booking'
import { ownVouchers } from '../vouchers'

type Written = Input<'accounts.postEntry'>

/** One entry of the public revenue, by whoever keeps these books. It stands for ever: a mistake is reversed and posted anew. */
export const postEntry: Answer<typeof accounts.postEntry> = async ({ db, actor, now }, entry) => {
  const { communityId } = actor
  await ensureKeepsBooks(db, actor)
  const scope = await scopeOf(db, communityId, entry)
  const vouchers = await ownVouchers(db, actor, entry.vouchers)
  const { key, facts } = await holdBooks(db, communityId, now)
  const problem = problemOfBooking(entry, facts)
  if (problem) throw new AppError(problem.code, problem.fields && { fields: problem.fields })
  const posted = await postJournal(db, communityId, {
    ledgerId: key.ledgerId,
    bookedOn: entry.bookedOn,
    lines: linesOf(entry, scope),
    words: entry.words,
    vouchers,
    ...(entry.correctsQuarter !== undefined && { correctsQuarter: quarterName(entry.correctsQuarter) }),
  })
  return { entryId: posted.journalId, seq: posted.seq, bookedOn: entry.bookedOn, amountFen: entry.amountFen }
}

/** Whose income it is follows from the contract; a contract that is not there, or of another kind, reads as a slip of the form. */
async function scopeOf(db: Db, communityId: string, { sourceId, category }: Written): Promise<string> {
  if (sourceId === undefined) return 'all'
  const source = await findSource(db, communityId, sourceId)
  if (!source) throw new AppError('NOT_FOUND')
  if (source.category !== category) {
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'sourceId', message: '这份合同不是这一类收益，请重新选' }] })
  }
  return source.scope
}

/** The owners' bank account on one side, what it is for on the other. */
function linesOf({ kind, category, amountFen, sourceId }: Written, scope: string): JournalLine[] {
  const comesIn = kind === 'income' || kind === 'opening'
  const bank = { account: '1002.02', debitFen: comesIn ? amountFen : 0, creditFen: comesIn ? 0 : amountFen } as const
  const mirror = { debitFen: bank.creditFen, creditFen: bank.debitFen }
  if (kind === 'opening' || category === undefined) return [bank, { account: '9199', ...mirror }]
  return [bank, { account: '9101', ...mirror, category, scope, ...(sourceId !== undefined && { sourceId }) }]
}
