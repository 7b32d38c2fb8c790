import type { Actor } from '../../shared/policy/actor'

/** The reader as one of this community's own; elsewhere everybody reads as a stranger. */
export const readerIn = <A extends Actor>(communityId: string, actor: A | undefined): A | undefined =>
  actor?.communityId === communityId ? actor : undefined
