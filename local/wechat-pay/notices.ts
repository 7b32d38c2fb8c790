import { randomUUID } from 'node:crypto'
import type { NoticeFault } from './faults'
import type { Merchant } from './merchants'
import { type Order, transactionOf } from './orders'
import { encryptFor, signedHeaders } from './wire'

/** Seconds until the next try, one after the other; then WeChat gives up. [商户文档 4012075420] */
const RETRY_SECONDS = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600]
const TIMEOUT_MS = 5_000

/** One notice: the same id and body at every try, signed anew each time. */
export interface Notice {
  id: string
  url: string
  body: string
  outTradeNo: string
  /** The answers it got, in order; 0 where there was none. */
  answers: number[]
}

export interface Notices {
  /** Tells the merchant of a payment, and again until it says that it has heard. */
  tell(merchant: Merchant, order: Order, fault: NoticeFault | undefined): void
  /** Sends a notice once more, as it was. */
  repeat(notice: Notice, merchant: Merchant): Promise<number>
  sent(): readonly Notice[]
  /** Resolves when no delivery is under way; retries to come are not waited for. */
  settled(): Promise<void>
  stop(): void
}

/** `scale` shortens the waits between tries: 0.01 makes hours of minutes. */
export function openNotices({ now, scale }: { now: () => Date; scale: number }): Notices {
  const all: Notice[] = []
  const timers = new Set<NodeJS.Timeout>()
  const underWay = new Set<Promise<unknown>>()
  let stopped = false

  const post = async (notice: Notice, merchant: Merchant, fault?: 'SIGNTEST' | 'stale'): Promise<number> => {
    const at = fault === 'stale' ? new Date(now().getTime() - 10 * 60_000) : now()
    const headers = signedHeaders(merchant, notice.body, at)
    if (fault === 'SIGNTEST') headers['Wechatpay-Signature'] = `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature']}`
    const status = await statusOf(notice, headers)
    notice.answers.push(status)
    return status
  }

  const deliver = async (notice: Notice, merchant: Merchant, fault?: 'SIGNTEST' | 'stale'): Promise<void> => {
    const status = await post(notice, merchant, fault)
    const seconds = RETRY_SECONDS[notice.answers.length - 1]
    if (stopped || status === 200 || status === 204 || seconds === undefined) return
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        track(deliver(notice, merchant))
      },
      seconds * 1000 * scale,
    )
    timer.unref()
    timers.add(timer)
  }

  const track = (work: Promise<unknown>) => {
    const ended = work.finally(() => underWay.delete(ended))
    underWay.add(ended)
  }

  return {
    sent: () => all,
    repeat: post,
    tell(merchant, order, fault) {
      if (fault === 'lost' || stopped) return
      const notice = noticeOf(merchant, order, fault)
      all.push(notice)
      if (fault === 'three at once') {
        track(post(notice, merchant))
        track(post(notice, merchant))
      }
      track(
        deliver(notice, merchant, fault === 'SIGNTEST first' ? 'SIGNTEST' : fault === 'stale' ? 'stale' : undefined),
      )
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all([...underWay])
    },
    stop: () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

function noticeOf(merchant: Merchant, order: Order, fault: NoticeFault | undefined): Notice {
  const told = transactionOf(order)
  const amount = told.amount as { total: number }
  if (fault === 'wrong amount') told.amount = { ...amount, total: amount.total - 1, payer_total: amount.total - 1 }
  const key = fault === 'wrong key' ? 'f'.repeat(32) : merchant.apiV3Key
  const id = randomUUID()
  const body = JSON.stringify({
    id,
    create_time: new Date().toISOString(),
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: {
      original_type: 'transaction',
      algorithm: 'AEAD_AES_256_GCM',
      ...encryptFor(key, JSON.stringify(told)),
    },
  })
  return { id, url: order.asked.notify_url, body, outTradeNo: order.asked.out_trade_no, answers: [] }
}

async function statusOf(notice: Notice, headers: Record<string, string>): Promise<number> {
  try {
    const answer = await fetch(notice.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/4.0', ...headers },
      body: notice.body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0 // nobody there, or too slow: to WeChat the same
  }
}
