import type { CallName } from '../../../types/contracts'
import type { Actor } from '../policy/actor'
import { POLICY, reachOf } from '../policy/policy'
import type { Reach, Rule } from '../policy/rule'
import type { SeatOfCaller } from './answer'
import { AppError } from './app-error'
import type { Caller } from './who'

/** Who acts, with the acting seat, and how far it reaches with this call. Refuses by default. */
export function mayReach(
  call: CallName,
  caller: Caller,
  seats: SeatOfCaller[],
): { account: Caller & { kind: 'person' }; actor: Actor; reach: Reach } {
  if (caller.kind !== 'person') throw new AppError('NOT_SIGNED_IN')
  const actor = seats.find((seat) => seat.acting)
  if (!actor) throw new AppError('NOT_BOUND')
  const reach = reachOf(call, actor.role)
  if (!reach) throw new AppError('NOT_ALLOWED')
  return { account: caller, actor, reach }
}

/** The account of somebody who acts without a seat: any that is signed in, and only for calls that say so. */
export function mayJoin(call: CallName, caller: Caller): Caller & { kind: 'person' } {
  if (caller.kind !== 'person') throw new AppError('NOT_SIGNED_IN')
  const who: Rule['who'] = POLICY[call].who
  if (!who.signedIn) throw new AppError('NOT_ALLOWED')
  return caller
}
