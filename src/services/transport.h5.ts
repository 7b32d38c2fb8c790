import type { ErrorCode, Reply, WireRequest } from '../../types/vocabulary/errors'
import { host } from './host'
import { interrupt } from './interruption'
import { asReply } from './replies'
import { refusal } from './refusals'

/**
 * Sends one request through CloudBase's HTTP gateway, with the token that the host put around the page. A request that
 * nobody waits for any more is cut off.
 */
export async function sendFromBrowser(
  functionName: string,
  request: WireRequest,
  patienceMs: number,
): Promise<Reply<unknown>> {
  const signedIn = host()
  if (!signedIn) return { ok: false, error: refusal('NOT_SIGNED_IN') }
  const cut = new AbortController()
  const timer = setTimeout(() => cut.abort(), patienceMs)
  try {
    const response = await fetch(`${signedIn.origin}/v1/functions/${functionName}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${signedIn.token}` },
      body: JSON.stringify(request),
      signal: cut.signal,
    })
    if (response.status === 401) interrupt({ kind: 'signed out' })
    return asReply(await bodyOf(response)) ?? { ok: false, error: refusal(gatewaySays(response.status)) }
  } finally {
    clearTimeout(timer)
  }
}

/** What is no JSON came from neither our functions nor the gateway; its status still says enough. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The gateway answers `{ code, message, requestId }` in its own words when no function of ours spoke. */
const GATEWAY_SAYS: Record<number, ErrorCode> = {
  400: 'BAD_REQUEST',
  401: 'NOT_SIGNED_IN',
  403: 'NOT_ALLOWED',
  404: 'UNKNOWN_CALL',
  413: 'TOO_LARGE',
}

/** Anything else is a gateway in trouble, never the person's network: an answer did come back. */
const gatewaySays = (status: number): ErrorCode => GATEWAY_SAYS[status] ?? 'BUSY'
