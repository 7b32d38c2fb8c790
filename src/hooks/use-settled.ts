import { useEffect, useState } from 'react'

const PAUSE_MS = 400

/** The value once the person has stopped typing, so that each letter is not a call. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
