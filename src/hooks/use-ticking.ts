import { useEffect, useState } from 'react'
import { now } from '../services/clock'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/** The server's now, drawn again each second or each minute, for what counts down before somebody's eyes. */
export function useTicking(every: 'second' | 'minute'): Date {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), every === 'second' ? SECOND_MS : MINUTE_MS)
    return () => clearInterval(timer)
  }, [every])
  return at
}
