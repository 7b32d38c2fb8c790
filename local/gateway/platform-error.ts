import type { Context } from 'hono'

/** How the platform itself refuses, before any function of ours has run. */
export const PLATFORM_ERRORS = {
  FUNCTION_PARAM_INVALID: { status: 400, message: 'the request body must be one JSON object in UTF-8' },
  INVALID_PARAM: { status: 400, message: 'a parameter is missing or wrong' },
  MISSING_CREDENTIALS: { status: 401, message: 'the Authorization header with a bearer token is missing' },
  INVALID_ACCESS_TOKEN: { status: 401, message: 'the access token is not one of this environment' },
  ACCESS_TOKEN_EXPIRED: { status: 401, message: 'the access token has expired; sign in again' },
  SIGN_PARAM_INVALID: { status: 401, message: 'the request is not signed with the credentials of this environment' },
  PERMISSION_DENIED: { status: 403, message: 'this address answers only its own pages on this machine' },
  FUNCTION_NOT_FOUND: { status: 404, message: 'there is no such function' },
  NOT_FOUND: { status: 404, message: 'there is nothing at this address' },
  EXCEED_MAX_PAYLOAD_SIZE: { status: 413, message: 'the request body is larger than 100 KB' },
  FUNCTION_INVOCATION_FAILED: { status: 500, message: 'the function failed' },
  SYS_ERR: { status: 500, message: 'the local platform failed; its terminal says why' },
  FUNCTION_TIME_LIMIT_EXCEEDED: { status: 504, message: 'the function did not answer within its time limit' },
} as const satisfies Record<string, { status: number; message: string }>

export type PlatformErrorCode = keyof typeof PLATFORM_ERRORS

/** A refusal of the platform, in the shape its SDKs know: `{ code, message, requestId }`. */
export class PlatformError extends Error {
  constructor(
    readonly code: PlatformErrorCode,
    message: string = PLATFORM_ERRORS[code].message,
  ) {
    super(message)
    this.name = 'PlatformError'
  }
}

export function sayError(c: Context, error: PlatformError, requestId: string): Response {
  return c.json({ code: error.code, message: error.message, requestId }, PLATFORM_ERRORS[error.code].status)
}
