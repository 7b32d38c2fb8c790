import { QueryClient } from '@tanstack/react-query'
import type { Input, Output, ReadName } from '../../types/contracts'
import type { WireError } from '../../types/vocabulary/errors'
import { call } from './call'
import { learnNow } from './clock'
import { keepLastKnown, readLastKnown } from './last-known'
import { isOutside } from './refusals'

/** The refusal of a read, as react-query wants it: thrown. */
export class Refused extends Error {
  constructor(readonly wire: WireError) {
    super(wire.message)
  }
}

/** An answer, and when it was known if it is not of now. */
export interface Answer<N extends ReadName> {
  data: Output<N>
  knownAt?: number
  error?: WireError
}

/** Answers that are of no use later: a link dies sooner than a telephone finds its network again. */
const NOT_KEPT: readonly ReadName[] = ['files.linkFile']

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Pages ask again when they are shown (components/page), which also serves the mini-program.
      refetchOnWindowFocus: false,
      // The network's own state is not asked: a call that cannot go out says so itself.
      networkMode: 'always',
      retry: false,
    },
  },
})

/** Asks, keeps the answer, and without network gives the last known one. */
export async function ask<N extends ReadName>(name: N, input: Input<N>): Promise<Answer<N>> {
  const reply = await call(name, input)
  if (reply.ok) {
    // Whichever answer carries the server's time teaches the clock.
    if ('now' in reply.data) learnNow(reply.data.now)
    if (!NOT_KEPT.includes(name)) keepLastKnown(name, input, reply.data, Date.now())
    return { data: reply.data }
  }
  const known = isOutside(reply.error) ? readLastKnown(name, input) : undefined
  if (known) return { data: known.data, knownAt: known.at, error: reply.error }
  throw new Refused(reply.error)
}

/** Asks again whatever is on the screen; what is not will be asked when it is shown. */
export async function refreshReads(names?: readonly ReadName[]): Promise<void> {
  await queryClient.invalidateQueries(
    names ? { predicate: ({ queryKey }) => (names as readonly unknown[]).includes(queryKey[0]) } : {},
  )
}
