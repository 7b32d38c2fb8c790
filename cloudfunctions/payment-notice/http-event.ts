import * as z from 'zod'
import type { SignedHeaders } from '../shared/wechat/pay/verify'

/** What CloudBase's HTTP access service hands to a function. */
const HttpEvent = z.object({
  httpMethod: z.string(),
  path: z.string().default(''),
  headers: z.record(z.string(), z.unknown()).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

export interface NoticeRequest {
  /** The merchant number, the last step of the path: each has its own keys. */
  mchid: string
  headers: SignedHeaders
  /** The exact text that was signed. */
  body: string
}

/** More than any notice; WeChat's are about 1 KB. */
const BODY_BYTES_MAX = 65_536

/** The request behind an event; undefined for anything that is no POST of a sensible size. */
export function readHttpEvent(event: unknown): NoticeRequest | undefined {
  const parsed = HttpEvent.safeParse(event)
  if (!parsed.success || parsed.data.httpMethod.toUpperCase() !== 'POST') return undefined
  const { path, headers, body, isBase64Encoded } = parsed.data
  if (body.length > 2 * BODY_BYTES_MAX) return undefined
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > BODY_BYTES_MAX) return undefined
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), textOf(value)])
  return {
    mchid: /\/(\d{6,32})\/?$/.exec(path)?.[1] ?? '',
    headers: Object.fromEntries(named) as SignedHeaders,
    body: bytes.toString('utf8'),
  }
}

/** A header that came several times is a list; nobody signs twice. */
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export interface HttpReply {
  statusCode: number
  headers: Record<string, string>
  body: string
  isBase64Encoded: false
}

/** Heard: no body at all. */
export const HEARD: HttpReply = { statusCode: 204, headers: {}, body: '', isBase64Encoded: false }

/** Not heard: WeChat sends it again. */
export const again = (statusCode: 400 | 401 | 404 | 500, message: string): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ code: 'FAIL', message }),
  isBase64Encoded: false,
})
