import { logLine } from '../../shared/call/log'
import { pool } from '../../shared/db/pool'
import { enterScope } from '../../shared/db/scope-store'
import { inTransaction } from '../../shared/db/transaction'
import { tellFrom } from '../../shared/outbox/outbox-store'
import { applyNotice } from '../../shared/payment/apply-notice'
import { type Attempt, getAttempt, listDueAttempts, putOffCheck } from '../../shared/payment/attempt-store'
import { listWaitingNotices, putOffNotice } from '../../shared/payment/notice-store'
import { findAccount } from '../../shared/payment/pay-account-store'
import { nextCheckAt } from '../../shared/payment/rules/cadence'
import { endOrder, lookAtOrder, type Step } from '../../shared/payment/settle-attempt'
import { wechatLineOf } from '../../shared/payment/wechat-line'
import { isWechatsAnswer } from '../../shared/wechat/pay/client'
import { openNotice } from '../../shared/wechat/pay/notice'

const MOST_PER_TURN = 50
/** Whatever is not begun by then waits for the next turn; a single question to WeChat may take ten seconds. */
const TURN_MS = 25_000

/** What a turn did about payments. */
export interface SettledPayments {
  payments: number
  failed: number
}

/**
 * Asks WeChat about orders of which no notice came, ends those that nobody may pay any more, and applies notices that were
 * kept and could not be applied. Each by itself: one that fails is put off and holds up no other.
 */
export async function settlePayments(): Promise<SettledPayments> {
  const until = performance.now() + TURN_MS
  const done: SettledPayments = { payments: 0, failed: 0 }
  const works = [...(await noticeWorks()), ...(await attemptWorks())]
  for (const work of works) {
    if (performance.now() > until) break
    if (await work()) done.payments += 1
    else done.failed += 1
  }
  return done
}

/** Whether it went well. */
type Work = () => Promise<boolean>

async function attemptWorks(): Promise<Work[]> {
  const due = await inTransaction(pool(), 'read', (db) => listDueAttempts(db, MOST_PER_TURN))
  return due.map(
    ({ communityId, attemptId }) =>
      () =>
        settleAttempt(stepIn(communityId), communityId, attemptId),
  )
}

const stepIn =
  (communityId: string): Step =>
  (work) =>
    inTransaction(pool(), 'write', async (db) => {
      const now = await enterScope(db, { communityId })
      return work({ db, communityId, now, tell: tellFrom(db, communityId, now) })
    })

/** Put off first, so that an attempt whose question ends the function is not the first one of every turn. */
async function settleAttempt(step: Step, communityId: string, attemptId: string): Promise<boolean> {
  const { attempt, isOver } = await step(async ({ db, now }) => {
    const found = await getAttempt(db, communityId, attemptId)
    const next = nextCheckAt(found.checks + 1, now, found.payBefore)
    await putOffCheck(db, { communityId, attemptId, nextCheckAt: next })
    return { attempt: found, isOver: !found.isWanted || now >= found.payBefore }
  })
  return answered(attempt, isOver ? endOrder(step, attempt) : lookAtOrder(step, attempt))
}

async function answered(attempt: Attempt, asking: Promise<void>): Promise<boolean> {
  try {
    await asking
    return true
  } catch (error) {
    const what = isWechatsAnswer(error) ? error.message : textOf(error)
    logLine({ fn: 'clockwork', job: 'payment not settled', attemptId: attempt.attemptId, what })
    return false
  }
}

async function noticeWorks(): Promise<Work[]> {
  const waiting = await inTransaction(pool(), 'read', async (db) =>
    listWaitingNotices(db, await enterScope(db, {}), MOST_PER_TURN),
  )
  return waiting.map((kept) => () => applyKept(kept))
}

async function applyKept(kept: { payAccountId: string; noticeId: string; body: string }): Promise<boolean> {
  try {
    const account = await inTransaction(pool(), 'read', (db) => findAccount(db, kept.payAccountId))
    if (!account) throw new Error('the account of a kept notice is gone')
    const { keys } = await wechatLineOf(account)
    await applyNotice(account, openNotice(kept.body, keys))
    return true
  } catch (error) {
    const what = textOf(error)
    logLine({ fn: 'clockwork', job: 'notice not applied', noticeId: kept.noticeId, what })
    await inTransaction(pool(), 'write', async (db) => putOffNotice(db, kept, what, await enterScope(db, {})))
    return false
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
