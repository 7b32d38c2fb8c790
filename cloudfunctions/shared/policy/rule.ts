import type { CallName, FunctionName, JoinName } from '../../../types/contracts'
import type { Role } from '../../../types/vocabulary/roles'

/**
 * How far a role sees with a call. Turned into SQL in `reach.ts` and nowhere else.
 * - `own house`: rows of the houses bound to the acting seat, within [from, until) of each binding
 * - `own bills`: bills of those houses that this person's side pays, and no earlier or later owner's
 * - `own task`: work orders that this technician has, whatever became of them
 * - `open pool`: one's own tasks, and the received orders that nobody has yet
 * - `community`: rows of the acting seat's community
 * - `its record`: rows that hang on a record, as far as the call that reads that record reaches
 * - `self`: the caller's own seats and messages
 * - `everyone`: what a community publishes; no seat needed
 * - `named community`: what joining the community that the input names needs; no seat needed, only an account
 */
export type Reach =
  | 'own house'
  | 'own bills'
  | 'own task'
  | 'open pool'
  | 'community'
  | 'its record'
  | 'self'
  | 'everyone'
  | 'named community'

export interface Rule {
  /** What the call does, in the words of the printed table. */
  does: string
  who: Partial<Record<Role | 'everyone' | 'signedIn', Reach>>
  /** A narrower bound that the machine keeps, in words. */
  only?: 'the reporter'
  /** Whose own act does not count: it takes a second person. */
  not?: 'the applicant' | 'the requester' | 'the author' | 'the issuer'
}

/** A call of joining is for anyone signed in, and no other call is. */
export type RuleFor<N extends CallName> = N extends JoinName
  ? Rule & { who: { signedIn: 'named community' } }
  : Rule & { who: { signedIn?: never } }

/** One row for each call of a function, and none for a call that does not exist. */
export type RowsOf<F extends FunctionName = FunctionName> = { [N in CallName & `${F}.${string}`]: RuleFor<N> }
