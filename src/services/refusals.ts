import { ERRORS, type ErrorCode, type WireError } from '../../types/vocabulary/errors'

/** A refusal that was met on this side of the wire, in the same words as one from the other side. */
export const refusal = (code: ErrorCode): WireError => ({ code, message: ERRORS[code].zh })

export const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in ERRORS

/**
 * Whether nothing is known about the outcome: the network or the platform spoke, not our function. A read may show what
 * it knew; an act must keep its request id, since it may have been done.
 */
export const isOutside = (error: WireError): boolean => ERRORS[error.code].kind === 'outside'
