/**
 * Each mistake with a contract is a compile error: the compiler checks this file, and an `@ts-expect-error`
 * that no longer meets an error is itself one. Nothing here runs.
 */
import * as z from 'zod'
import { join } from '../../../types/contracts/contract'
import type * as binding from '../../../types/contracts/members-binding'
import type { CallName, Input, Output } from '../../../types/contracts'
import type * as repairs from '../../../types/contracts/repairs'
import { POLICY } from '../policy/policy'
import type { Rule, RuleFor } from '../policy/rule'
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

// @ts-expect-error an act of joining whose input names no community
export const joinsNowhere = join({ about: 'try', input: z.strictObject({ code: z.string() }), output: z.object({ tryId: z.string() }) })

// @ts-expect-error a joiner has no seat and no reach
export const joinerWithSeat: Answer<typeof binding.applyForHouse> = async ({ actor }) => ({ applicationId: actor.seatId })

// @ts-expect-error a call of joining that only some roles may make
export const joinForSome: RuleFor<'members.applyForHouse'> = { does: '申请绑定房屋', who: { owner: 'own house' } }

// @ts-expect-error a call that needs a seat, opened to anyone signed in
export const seatless: RuleFor<'repairs.fileRepair'> = { does: '报修', who: { signedIn: 'named community' } }
