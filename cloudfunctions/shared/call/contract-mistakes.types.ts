/**
 * Each mistake with a contract is a compile error: the compiler checks this file, and an `@ts-expect-error`
 * that no longer meets an error is itself one. Nothing here runs.
 */
import type { CallName, Input, Output } from '../../../types/contracts'
import type * as repairs from '../../../types/contracts/repairs'
import { POLICY, type Rule } from '../policy/policy'
import type { Answer, Answers } from './answer'

type Receive = Answer<typeof repairs.receiveRepair>

// @ts-expect-error an unknown call has no name
export const unknownCall: CallName = 'repairs.receiveRepairs'

// @ts-expect-error a misspelt field of the input
export const misspeltInput: Input<'repairs.readRepair'> = { repairid: '' }

// @ts-expect-error a field of the input is missing
export const missingInput: Input<'repairs.fileRepair'> = { houseId: '', place: '' }

// @ts-expect-error a misspelt field read from the input
export const misreadInput: Receive = async (_given, { repairID }) => ({ repairId: repairID, state: 'received', moves: [] })

// @ts-expect-error a reply with a field missing
export const shortReply: Receive = async (_given, { repairId }) => ({ repairId, state: 'received' })

// @ts-expect-error a reply with a word that is no state
export const wrongState: Receive = async (_given, { repairId }) => ({ repairId, state: 'recieved', moves: [] })

// @ts-expect-error a misspelt field read from the reply by the client
export const misreadReply = (reply: Output<'repairs.fileRepair'>) => reply.numbre

declare const receiveRepair: Receive

// @ts-expect-error contracts that nobody answers
export const unanswered: Answers<'repairs'> = { receiveRepair }

declare const answers: Answers<'repairs'>

// @ts-expect-error an answer to no contract
export const unasked: Answers<'repairs'> = { ...answers, closeRepair: receiveRepair }

const { 'repairs.fileRepair': _without, ...incomplete } = POLICY
// @ts-expect-error a call without a policy row
export const unruled: Record<CallName, Rule> = incomplete

// @ts-expect-error a policy row for no call
export const overruled: Record<CallName, Rule> = { ...POLICY, 'repairs.closeRepair': POLICY['repairs.readRepair'] }
