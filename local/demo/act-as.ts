import type { CallName, Input, Output } from '../../types/contracts'

/**
 * Acts as a demo person through the functions' own `main`, as a client would; a refusal throws with its sentence.
 * What the demonstration shows has passed every check that real people's work passes.
 */
export type ActAs = (uid: string) => <N extends CallName>(call: N, input: Input<N>) => Promise<Output<N>>

/** One chapter of the demonstration: done once, and finding its work done changes nothing. */
export type Chapter = (actAs: ActAs, log: (line: string) => void) => Promise<void>
