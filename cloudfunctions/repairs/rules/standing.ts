import type { Actor } from '../../shared/policy/actor'
import type { Standing } from '../../shared/machine/machine'

/** Where the actor stands towards an order: the role, and whether the order is their own. */
export const standingTo = (repair: { reporter_id: string }, actor: Actor): Standing => ({
  role: actor.role,
  isReporter: repair.reporter_id === actor.personId,
})
