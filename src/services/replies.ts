import type { Reply } from '../../types/vocabulary/errors'
import { isErrorCode, refusal } from './refusals'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Tells a reply of our functions from whatever else may come down the wire; undefined when it is none. */
export function asReply(answer: unknown): Reply<unknown> | undefined {
  if (!isRecord(answer)) return undefined
  if (answer['ok'] === true) return { ok: true, data: answer['data'] }
  if (answer['ok'] !== false || !isRecord(answer['error'])) return undefined
  const error = answer['error']
  if (!isErrorCode(error['code'])) return { ok: false, error: refusal('FAULT') }
  const plain = refusal(error['code'])
  return { ok: false, error: { ...plain, ...error, code: plain.code } }
}
