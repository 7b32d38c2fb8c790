import type * as z from 'zod'
import type { CallName, Contracts, FunctionName } from '../../../types/contracts'
import type { Contract } from '../../../types/contracts/contract'
import type { Db } from '../db/db'
import type { Tell } from '../outbox/outbox-store'
import type { Actor } from '../policy/actor'
import type { Reach } from '../policy/rule'
import type { Afterwards } from './afterwards'
import type { Caller } from './who'

/** What an answer is given: a transaction, who acts and how far they reach, and the one clock. */
export interface Seated {
  db: Db
  call: CallName
  actor: Actor
  reach: Reach
  now: Date
  /** Puts into the outbox what somebody must be told; it happens after the commit. */
  tell: Tell
}

/** A live seat of the caller, acting or not. */
export interface SeatOfCaller extends Actor {
  acting: boolean
  name: string | undefined
  communityName: string
  officeName: string | undefined
}

/** What an open read is given: the caller may have no seat, or be nobody at all. */
export interface Visiting {
  db: Db
  now: Date
  actor: SeatOfCaller | undefined
  seats: SeatOfCaller[]
  caller: Caller
}

/** What an act of joining is given: a person, known from the first act on, and the community that the input names. */
export interface Joining {
  db: Db
  call: CallName
  personId: string
  identityId: string
  communityId: string
  now: Date
  tell: Tell
}

/** What the beginning of an errand is given besides: the account, because WeChat knows payers by it alone. */
export interface Beginning extends Seated {
  account: Caller & { kind: 'person' }
}

/** What an errand goes on with, outside of any transaction: `step` opens one of its own, as often as needed. */
export interface Outside {
  actor: Actor
  reach: Reach
  step: <T>(work: (given: Seated) => Promise<T>) => Promise<T>
}

/**
 * An act in two halves. `begin` is an act like any other: one transaction, done once, refused by throwing; it gives the id
 * of what the errand is about. `goOn` runs after the commit, holds no transaction while it waits for the outside, and must
 * be able to begin anew at any point: the same request sent again, or another one later, resumes from the same id.
 */
export interface ErrandAnswer<C extends Contract> {
  begin: (given: Beginning, input: z.output<C['input']>) => Promise<string>
  goOn: (given: Outside, id: string, input: z.output<C['input']>) => Promise<z.input<C['output']>>
}

/** What an errand of joining goes on with: in each step only what joining needs is open. */
export interface OutsideOfJoining {
  step: <T>(work: (given: Joining) => Promise<T>) => Promise<T>
}

/** An act of joining in two halves, as an errand is: what somebody outside must vouch for is asked between them. */
export interface JoinErrandAnswer<C extends Contract> {
  begin: (given: Joining, input: z.output<C['input']>) => Promise<string>
  goOn: (given: OutsideOfJoining, id: string, input: z.output<C['input']>) => Promise<z.input<C['output']>>
}

type Given<C extends Contract> = C['kind'] extends 'open' ? Visiting : C['kind'] extends 'join' ? Joining : Seated

/**
 * The answer to a contract. Write it as a plain annotated function:
 * `export const takeRepair: Answer<typeof repairs.takeRepair> = async ({ db }, { repairId }) => …`
 * Throws AppError to refuse; whatever else it throws is a fault, and in either case nothing is written.
 */
export type Answer<C extends Contract> = C['kind'] extends 'errand'
  ? ErrandAnswer<C>
  : (given: Given<C>, input: z.output<C['input']>) => Promise<Said<C>>

/** An act says everything inside its transaction, because its reply is kept; a read may leave a question to the outside. */
type Said<C extends Contract> =
  z.input<C['output']> | (C['kind'] extends 'read' | 'open' ? Afterwards<z.input<C['output']>> : never)

/** An act of joining may be an errand, too; its contract is the same. */
type AnswerOrErrand<C extends Contract> = Answer<C> | (C['kind'] extends 'join' ? JoinErrandAnswer<C> : never)

/** Exactly one answer for each contract of a function: a contract nobody answers does not compile. */
export type Answers<F extends FunctionName> = {
  [K in keyof Contracts[F] as Contracts[F][K] extends Contract ? K : never]: Contracts[F][K] extends Contract
    ? AnswerOrErrand<Contracts[F][K]>
    : never
}
