import type { CallName } from '../../../types/contracts'
import { AppError } from '../call/app-error'
import type { Role } from '../../../types/vocabulary/roles'
import { reachOf } from '../policy/policy'

/** One act on a thing with states: from where to where, by whom, through which call. */
export interface Transition<State extends string> {
  does: string
  from: readonly State[]
  to: State
  by: readonly Role[]
  call: CallName
  /** A bound that the role alone does not give. */
  only?: 'the reporter' | 'the author'
  /** Whoever wrote it never does this: a second person looks. Persons are compared, not seats. */
  not?: 'the author'
}

/** A state machine as data: acts by name. Generic tests read it, and so do people. */
export type Machine<State extends string, Act extends string> = Record<Act, Transition<State>>

/** Where the actor stands towards the thing, beyond the role. */
export interface Standing {
  role: Role
  isReporter?: boolean
  isAuthor?: boolean
}

/**
 * The state after an act. Throws NOT_ALLOWED when this person may never do it,
 * WRONG_STATE when the thing has moved on (somebody was faster, or the page is old).
 */
export function move<State extends string, Act extends string>(
  machine: Machine<State, Act>,
  state: State,
  act: Act,
  standing: Standing,
): State {
  const transition = machine[act]
  if (!mayEver(transition, standing)) throw new AppError('NOT_ALLOWED')
  if (!transition.from.includes(state)) throw new AppError('WRONG_STATE')
  return transition.to
}

/** What this person may do next: machine × policy. The client renders buttons from it and derives nothing itself. */
export function movesFrom<State extends string, Act extends string, Call extends CallName>(
  machine: Record<Act, Transition<State> & { call: Call }>,
  state: State,
  standing: Standing,
): { act: Act; does: string; call: Call }[] {
  const acts = Object.keys(machine) as Act[] // the keys of a Record<Act, …>
  return acts
    .filter((act) => machine[act].from.includes(state) && mayEver(machine[act], standing))
    .map((act) => ({ act, does: machine[act].does, call: machine[act].call }))
}

const mayEver = <State extends string>(transition: Transition<State>, standing: Standing): boolean =>
  transition.by.includes(standing.role) &&
  reachOf(transition.call, standing.role) !== undefined &&
  (transition.only !== 'the reporter' || standing.isReporter === true) &&
  (transition.only !== 'the author' || standing.isAuthor === true) &&
  (transition.not !== 'the author' || standing.isAuthor !== true)
