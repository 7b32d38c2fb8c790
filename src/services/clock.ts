import { sayInstant } from '../../types/vocabulary/dates'

/**
 * The server's clock decides what is today; a phone's may be wrong. The difference is learnt from each answer that
 * carries the time.
 */
let aheadMs = 0

export function learnNow(serverNow: string): void {
  const learnt = Date.parse(serverNow)
  if (!Number.isNaN(learnt)) aheadMs = learnt - Date.now()
}

export const now = (): Date => new Date(Date.now() + aheadMs)

/** An instant as people say it, seen from the server's now. */
export const saidAt = (instant: string): string => sayInstant(instant, now())
