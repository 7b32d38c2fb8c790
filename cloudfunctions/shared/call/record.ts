import { randomBytes } from 'node:crypto'
import type { Reply, WireError } from '../../../types/vocabulary/errors'
import { AppError, sayError } from './app-error'
import { logLine } from './log'

/** What the log line may know of a call. */
export interface Seen {
  fn: string
  call: string
  startedAt: number
  role?: string | undefined
  requestId?: string | undefined
  faultNo?: string | undefined
  stack?: string | undefined
}

/** The refusal for whatever was thrown. A fault of ours gets a short number; its stack goes to the log alone. */
export function refusalOf(error: unknown, seen: Seen): WireError {
  const requestId = seen.requestId ? { requestId: seen.requestId } : {}
  if (error instanceof AppError) return { ...sayError(error), ...requestId }
  seen.faultNo = randomBytes(4).toString('hex')
  seen.stack = error instanceof Error ? error.stack : String(error)
  const fault = sayError(new AppError('FAULT'))
  return {
    ...fault,
    message: `${fault.message}（编号 ${seen.faultNo}）`,
    details: { faultNo: seen.faultNo },
    ...requestId,
  }
}

/** One line a call: its name, role, outcome and time, and nothing about the person or what was sent. */
export function record(seen: Seen, reply: Reply<unknown>): void {
  const { startedAt, ...known } = seen
  const code = reply.ok ? undefined : reply.error.code
  logLine({ ...known, ok: reply.ok, code, ms: Math.round(performance.now() - startedAt) })
}
