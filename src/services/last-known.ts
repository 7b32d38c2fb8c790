import type { Input, Output, ReadName } from '../../types/contracts'
import { forgetPrivate, keepPrivate, readPrivate } from './private-storage'

/** How many answers the phone keeps; the oldest goes first. */
export const LAST_KNOWN_MAX = 24

const INDEX_KEY = 'known'

interface Kept {
  data: unknown
  at: number
}

/** Keeps the answer of a read with its time, to be shown when the network is gone. */
export function keepLastKnown<N extends ReadName>(name: N, input: Input<N>, data: Output<N>, at: number): void {
  const key = keyOf(name, input)
  const others = index().filter((other) => other !== key)
  const dropped = others.splice(0, Math.max(0, others.length + 1 - LAST_KNOWN_MAX))
  dropped.forEach(forgetPrivate)
  keepPrivate(key, { data, at } satisfies Kept)
  keepPrivate(INDEX_KEY, [...others, key])
}

/** What this read answered last, if the phone still knows. */
export function readLastKnown<N extends ReadName>(
  name: N,
  input: Input<N>,
): { data: Output<N>; at: number } | undefined {
  const kept = readPrivate(keyOf(name, input))
  // Only keepLastKnown writes here, under a key that names the call: the shape is the call's.
  return isKept(kept) ? (kept as { data: Output<N>; at: number }) : undefined
}

const keyOf = (name: string, input: unknown): string => `known:${name}:${JSON.stringify(input)}`

function index(): string[] {
  const kept = readPrivate(INDEX_KEY)
  return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : []
}

const isKept = (kept: unknown): kept is Kept =>
  typeof kept === 'object' && kept !== null && 'data' in kept && 'at' in kept && typeof kept.at === 'number'
