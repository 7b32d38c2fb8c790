import type { Context, MiddlewareHandler } from 'hono'
import { PlatformError, sayError } from './platform-error'
import { requestIdOf } from './client-api'

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/

/**
 * Answers only to loopback names and to its own pages. A name of the internet that points at 127.0.0.1
 * (DNS rebinding), or a foreign page that posts here, must not reach a login that asks for no password.
 */
export const onlyOwnPages: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!LOOPBACK_HOST.test(host)) return refuse(c)
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== `http://${host}`) return refuse(c)
  await next()
}

/** Sent with every answer; pages add their own Content-Security-Policy, everything else may load nothing. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('cross-origin-opener-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'same-origin')
  if (!c.res.headers.has('content-security-policy'))
    c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
}

/** Where a page may be framed: the till within our own pages, everything else nowhere. */
type FrameAncestors = "'none'" | "'self'"

/** The policy of a page: its own files, no foreign host for anything; Taro writes style attributes, so styles may be inline. */
export function pagePolicy({
  scriptHashes = [],
  frameAncestors = "'none'",
}: {
  scriptHashes?: readonly string[]
  frameAncestors?: FrameAncestors
}): string {
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')
}

function refuse(c: Context): Response {
  return sayError(c, new PlatformError('PERMISSION_DENIED'), requestIdOf(c))
}
