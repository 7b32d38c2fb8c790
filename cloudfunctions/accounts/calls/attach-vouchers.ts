import type * as accounts from '../../../types/contracts/accounts'
import { ACCOUNT_LIMITS } from '../../../types/vocabulary/statement'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { ensureKeepsBooks, holdBooks } from '../books'
import { getEntry, insertLateVouchers } from '../entry-store'
import { ownVouchers } from '../vouchers'

/** A voucher that came late, while its quarter is open: the statement's fingerprint takes it in, and voids a review. */
export const attachVouchers: Answer<typeof accounts.attachVouchers> = async (
  { db, actor, now },
  { entryId, vouchers },
) => {
  await ensureKeepsBooks(db, actor)
  const { key, facts } = await holdBooks(db, actor.communityId, now)
  const entry = await getEntry(db, key, entryId)
  if (facts.closedBefore !== null && entry.booked_on < facts.closedBefore) throw new AppError('BOOKS_CLOSED')
  const count = entry.vouchers.length + vouchers.length
  if (count > ACCOUNT_LIMITS.vouchersMax) {
    const message = `一笔最多 ${ACCOUNT_LIMITS.vouchersMax} 张凭证，已有 ${entry.vouchers.length} 张`
    throw new AppError('INVALID_INPUT', { fields: [{ path: 'vouchers', message }] })
  }
  const late = await ownVouchers(db, actor, vouchers)
  const lateBefore = entry.vouchers.filter((voucher) => voucher.late).length
  await insertLateVouchers(db, actor, entryId, { vouchers: late, after: lateBefore, at: now })
  return { entryId, vouchers: count }
}
