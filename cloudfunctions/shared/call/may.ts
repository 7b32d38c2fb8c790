import type { CallName } from '../../../types/contracts'
import type { Actor } from '../policy/actor'
import { type Reach, reachOf } from '../policy/policy'
import type { SeatOfCaller } from './answer'
import { AppError } from './app-error'
import type { Caller } from './who'

/** The acting seat and how far it reaches with this call. Refuses by default. */
export function mayReach(call: CallName, caller: Caller, seats: SeatOfCaller[]): { actor: Actor; reach: Reach } {
  if (caller.kind !== 'person') throw new AppError('NOT_SIGNED_IN')
  const actor = seats.find((seat) => seat.acting)
  if (!actor) throw new AppError('NOT_BOUND')
  const reach = reachOf(call, actor.role)
  if (!reach) throw new AppError('NOT_ALLOWED')
  return { actor, reach }
}
