import type { Reply, WireRequest } from '../../types/vocabulary/errors'
import { host } from './host'
import { asReply } from './replies'
import { refusal } from './refusals'

/** Sends one request through CloudBase's HTTP gateway, with the token that the host put around the page. */
export async function sendFromBrowser(functionName: string, request: WireRequest): Promise<Reply<unknown>> {
  const signedIn = host()
  if (!signedIn) return { ok: false, error: refusal('NOT_SIGNED_IN') }
  const response = await fetch(`${signedIn.origin}/v1/functions/${functionName}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${signedIn.token}` },
    body: JSON.stringify(request),
  })
  if (response.status === 401) {
    signedIn.signOut()
    return { ok: false, error: refusal('NOT_SIGNED_IN') }
  }
  if (response.status === 413) return { ok: false, error: refusal('TOO_LARGE') }
  return asReply(await response.json()) ?? { ok: false, error: gatewayRefusal(response.status) }
}

/** The gateway answers `{ code, message, requestId }` in its own words when no function of ours spoke. */
const gatewayRefusal = (status: number) => refusal(status === 429 || status >= 500 ? 'BUSY' : 'OFFLINE')
