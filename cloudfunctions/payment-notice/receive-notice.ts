import { logLine } from '../shared/call/log'
import { pool } from '../shared/db/pool'
import { enterScope } from '../shared/db/scope-store'
import { inTransaction } from '../shared/db/transaction'
import { applyNotice } from '../shared/payment/apply-notice'
import { keepNotice, type NoticeKey, putOffNotice } from '../shared/payment/notice-store'
import { findAccountByMchid, type PayAccount } from '../shared/payment/pay-account-store'
import { wechatLineOf, worldClock } from '../shared/payment/wechat-line'
import { type Notice, openNotice } from '../shared/wechat/pay/notice'
import { doubtAbout } from '../shared/wechat/pay/verify'
import { again, HEARD, type HttpReply, type NoticeRequest } from './http-event'

/** How long a kept notice is left to the invocation that kept it, before clockwork takes it up. */
const OURS_MS = 60_000

/** What is answered, and what to call it in the log. */
interface Heard {
  reply: HttpReply
  outcome: string
}

/**
 * Verify, write down, do, and only then say that it was heard. Bad signatures get a 4xx: WeChat probes with them now and then,
 * and sends the right one after. Whatever fails on our side gets a 5xx, and is tried again by WeChat and by clockwork.
 */
export async function receiveNotice(request: NoticeRequest): Promise<Heard> {
  try {
    const account = await inTransaction(pool(), 'read', (db) => findAccountByMchid(db, request.mchid))
    if (!account) return { reply: again(404, 'unknown merchant'), outcome: 'unknown merchant' }
    const { keys } = await wechatLineOf(account)
    const doubt = doubtAbout(request, { platformKeys: keys.platformKeys, now: worldClock() })
    if (doubt) return { reply: again(401, doubt), outcome: doubt }
    return await keepAndApply(account, request.body, openNotice(request.body, keys))
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    logLine({ fn: 'payment-notice', job: 'failed', stack })
    return { reply: again(500, 'try again'), outcome: 'failed' }
  }
}

async function keepAndApply(account: PayAccount, body: string, notice: Notice): Promise<Heard> {
  const key: NoticeKey = { payAccountId: account.payAccountId, noticeId: notice.noticeId }
  await withClock((db, now) => keepNotice(db, { ...key, body, now, nextTryAt: new Date(now.getTime() + OURS_MS) }))
  try {
    await applyNotice(account, notice)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await withClock((db, now) => putOffNotice(db, key, reason, now))
    throw error
  }
  return { reply: HEARD, outcome: 'heard' }
}

const withClock = <T>(work: (db: Parameters<typeof keepNotice>[0], now: Date) => Promise<T>): Promise<T> =>
  inTransaction(pool(), 'write', async (db) => work(db, await enterScope(db, {})))
