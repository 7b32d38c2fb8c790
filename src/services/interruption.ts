/**
 * What stops a person in the middle of a page, and may stop them anywhere: their sign-in has run out, or a page that they
 * opened did not arrive. Whatever page is in front says so.
 */
export type Interruption = { kind: 'signed out' } | { kind: 'page did not arrive'; again(): void }

let current: Interruption | undefined
const listeners = new Set<() => void>()

export const interruption = (): Interruption | undefined => current

export function watchInterruption(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Nothing is said over the end of a sign-in: there is nothing else left to do. */
export function interrupt(next: Interruption | undefined): void {
  if (current?.kind === 'signed out') return
  current = next
  listeners.forEach((listener) => listener())
}
