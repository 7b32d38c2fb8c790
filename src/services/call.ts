import type { CallName, Input, Output } from '../../types/contracts'
import type { Reply, WireRequest } from '../../types/vocabulary/errors'
import { refusal } from './refusals'
import { sendFromBrowser } from './transport.h5'
import { sendFromWeChat } from './transport.weapp'

/** WeChat's transport has no deadline that we may set, so the wait ends here for both. */
const PATIENCE_MS = 15_000

// The build puts the platform's name in, so the other platform's transport is left out of the bundle.
const send = process.env.TARO_ENV === 'h5' ? sendFromBrowser : sendFromWeChat

/** One call of a cloud function. Never throws: what goes wrong on the way is a refusal in plain words. */
export async function call<N extends CallName>(
  name: N,
  input: Input<N>,
  requestId?: string,
): Promise<Reply<Output<N>>> {
  const functionName = name.slice(0, name.indexOf('.'))
  const request: WireRequest = { call: name, input, ...(requestId !== undefined && { requestId }) }
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<Reply<unknown>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, error: refusal('OFFLINE') }), PATIENCE_MS)
  })
  try {
    // The contract types the reply and the function checks it before sending (its last step): one cast, at the border.
    return (await Promise.race([send(functionName, request, PATIENCE_MS), tooLong])) as Reply<Output<N>>
  } catch {
    return { ok: false, error: refusal('OFFLINE') }
  } finally {
    clearTimeout(timer)
  }
}
