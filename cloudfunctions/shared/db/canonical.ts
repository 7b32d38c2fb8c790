import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785): one text for one value, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('this value has no JSON form')
  return text
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export const sha256OfJson = (value: unknown): string => sha256(canonicalJson(value))
