import type * as z from 'zod'
import type * as accounts from './accounts'
import type * as statements from './accounts-statements'
import type * as trial from './accounts-trial'
import type * as announcements from './announcements'
import type * as bills from './bills'
import type * as billingTerms from './bills-terms'
import type { Contract } from './contract'
import type * as fees from './fees'
import type * as feesDrafts from './fees-drafts'
import type * as files from './files'
import type * as imports from './imports'
import type * as members from './members'
import type * as binding from './members-binding'
import type * as offices from './members-offices'
import type * as phones from './phones'
import type * as ratings from './ratings'
import type * as payments from './payments'
import type * as repairs from './repairs'

/** Every cloud function that clients call, with its contracts. Types alone: the client bundles no schema. */
export interface Contracts {
  accounts: typeof accounts & typeof statements & typeof trial
  announcements: typeof announcements
  bills: typeof bills & typeof billingTerms
  fees: typeof fees & typeof feesDrafts
  files: typeof files
  imports: typeof imports
  members: typeof members & typeof binding & typeof offices
  phones: typeof phones
  ratings: typeof ratings
  payments: typeof payments
  repairs: typeof repairs
}

export type FunctionName = keyof Contracts

type CallsOf<F extends FunctionName> = {
  [K in keyof Contracts[F] & string]: Contracts[F][K] extends Contract ? `${F}.${K}` : never
}[keyof Contracts[F] & string]

/** Every call there is, for example `repairs.fileRepair`. */
export type CallName = { [F in FunctionName]: CallsOf<F> }[FunctionName]

export type ContractOf<N extends CallName> = N extends `${infer F extends FunctionName}.${infer K}`
  ? K extends keyof Contracts[F]
    ? Contracts[F][K] extends Contract
      ? Contracts[F][K]
      : never
    : never
  : never

type OfKind<Kind extends Contract['kind']> = {
  [N in CallName]: ContractOf<N>['kind'] extends Kind ? N : never
}[CallName]

/** Acts by whoever holds a seat, acts by which one comes to a seat, and acts that go on outside: all carry a request id. */
export type ActName = OfKind<'act' | 'join' | 'errand'>
export type JoinName = OfKind<'join'>
export type ReadName = OfKind<'read' | 'open'>
export type OpenName = OfKind<'open'>

/** What a client sends. */
export type Input<N extends CallName> = z.input<ContractOf<N>['input']>
/** What a client gets. */
export type Output<N extends CallName> = z.output<ContractOf<N>['output']>
