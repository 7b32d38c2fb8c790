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

/** A figure keeps a space from the character before it; a word needs none. */
export const afterHan = (said: string): string => (/^\d/.test(said) ? ` ${said}` : said)

/** `今天起`, `11 月 22 日起`: since which day. */
export const sinceDay = (instant: string): string => `${saidAt(instant).replace(/ \d+:\d+$/, '')}起`
