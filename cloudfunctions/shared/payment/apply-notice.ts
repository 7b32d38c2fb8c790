import { pool } from '../db/pool'
import { enterScope } from '../db/scope-store'
import { inTransaction } from '../db/transaction'
import { tellFrom } from '../outbox/outbox-store'
import type { Notice } from '../wechat/pay/notice'
import { paidFactOf, Transaction } from '../wechat/pay/transaction'
import { applyPayment } from './apply-payment'
import { checkSoon } from './attempt-store'
import { markNoticeApplied } from './notice-store'
import { findCommunityOfPayment, type PayAccount } from './pay-account-store'

/**
 * Does what a verified notice says, in one transaction with its mark in the inbox. A payment is booked. Of anything else
 * (refunds made at WeChat's own desk, kinds that are not known) only the order is looked up again soon: what it says about
 * itself is the fact. Throws when the notice leads to no community; then it stays in the inbox.
 */
export async function applyNotice(account: PayAccount, { noticeId, eventType, resource }: Notice): Promise<void> {
  const told = readTransaction(resource)
  const { payAccountId, mchid } = account
  await inTransaction(pool(), 'write', async (db) => {
    const communityId = await findCommunityOfPayment(db, mchid, told.out_trade_no)
    if (!communityId) throw new Error(`no community keeps the money of ${mchid}`)
    const now = await enterScope(db, { communityId })
    const fact = eventType === 'TRANSACTION.SUCCESS' ? paidFactOf(told) : undefined
    if (fact) await applyPayment({ db, communityId, now, tell: tellFrom(db, communityId, now) }, account, fact)
    else await checkSoon(db, { communityId, payAccountId, outTradeNo: told.out_trade_no, now })
    await markNoticeApplied(db, { payAccountId, noticeId }, now)
  })
}

/** A refund's notice has no trade_state of its own; its order number is what matters. */
const readTransaction = (resource: string): Transaction =>
  Transaction.parse({ trade_state: '', ...(JSON.parse(resource) as object) })
