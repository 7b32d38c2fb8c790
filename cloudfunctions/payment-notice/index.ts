import { logLine } from '../shared/call/log'
import { receiveNotice } from './receive-notice'
import { again, type HttpReply, readHttpEvent } from './http-event'

/**
 * WeChat's callback, behind the HTTP access service. Anyone can enter here, with any event: nothing is believed but WeChat's
 * signature over the exact bytes. 204 is said only once what came is written down.
 */
export async function main(event: unknown): Promise<HttpReply> {
  const startedAt = performance.now()
  const request = readHttpEvent(event)
  const { reply, outcome } = request
    ? await receiveNotice(request)
    : { reply: again(400, 'no notice'), outcome: 'no notice' }
  logLine({
    fn: 'payment-notice',
    job: outcome,
    status: reply.statusCode,
    ms: Math.round(performance.now() - startedAt),
  })
  return reply
}
