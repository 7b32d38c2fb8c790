import * as z from 'zod'

export type ContractKind = 'read' | 'act' | 'open' | 'join' | 'errand'

/**
 * A contract is a pair of zod schemas and the manner of the call.
 * - `read`: needs a seat; runs in a read-only transaction.
 * - `act`: needs a seat and a request id; one transaction, done once however often it is sent.
 *   `about` names what the act changes; the answer carries `<about>Id`, which the audit row keeps.
 * - `open`: a read that anyone may make, signed in or not.
 * - `join`: an act by anyone signed in, with a seat or without, in the community that the input names; the doorway knows
 *   the person from the first one on and opens only the few tables that joining needs.
 * - `errand`: an act that goes on outside (to WeChat) after its transaction. Its beginning is done once like any act and
 *   leaves an id; what follows is resumed from that id, however often it is sent, and holds no transaction while it waits.
 */
export interface Contract<
  Kind extends ContractKind = ContractKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind
  readonly input: Input
  readonly output: Output
  readonly about?: string
  /** Fields of the answer that are never kept: the same request sent again is answered without them. */
  readonly shownOnce?: readonly string[]
}

export const read = <I extends z.ZodType, O extends z.ZodType>(pair: {
  input: I
  output: O
}): Contract<'read', I, O> => ({
  kind: 'read',
  ...pair,
})

export const open = <I extends z.ZodType, O extends z.ZodType>(pair: {
  input: I
  output: O
}): Contract<'open', I, O> => ({
  kind: 'open',
  ...pair,
})

export const act = <
  About extends string,
  I extends z.ZodType,
  O extends z.ZodType<Record<`${About}Id`, string>>,
>(pair: {
  about: About
  input: I
  output: O
  shownOnce?: readonly (keyof z.output<O> & string)[]
}): Contract<'act', I, O> => ({ kind: 'act', ...pair })

export const join = <
  About extends string,
  I extends z.ZodType<{ communityId: string }>,
  O extends z.ZodType<Record<`${About}Id`, string>>,
>(pair: {
  about: About
  input: I
  output: O
}): Contract<'join', I, O> => ({ kind: 'join', ...pair })

export const errand = <
  About extends string,
  I extends z.ZodType,
  O extends z.ZodType<Record<`${About}Id`, string>>,
>(pair: {
  about: About
  input: I
  output: O
}): Contract<'errand', I, O> => ({ kind: 'errand', ...pair })

/** The kinds of field that many calls share. Messages are for the person who fills in the form. */
export const id = () => z.uuid({ error: '编号不对，请返回刷新' })

/**
 * Characters that no honest form sends: C0 controls but line break and tab, DEL, half a surrogate pair, and the marks that
 * turn the direction of everything written after them.
 */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Cs}]/u

/** What can be seen of a text: without blanks and without marks of no width. */
const visible = (text: string): string => text.replace(/[\p{Cf}\p{Z}\s]/gu, '')

/** One or more lines of words: trimmed, with something to see in them, measured in code points. */
export const words = (limits: { min: number; max: number; what: string }) =>
  z
    .string({ error: `请填写${limits.what}` })
    .refine((text) => !FORBIDDEN.test(text), { error: `${limits.what}里有无法保存的符号，请删掉` })
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => [...visible(text)].length >= limits.min, { error: `${limits.what}至少写 ${limits.min} 个字` })
    .refine((text) => [...text].length <= limits.max, { error: `${limits.what}最多 ${limits.max} 个字` })

export const instant = () => z.iso.datetime()

/** A business date, `YYYY-MM-DD`, that the calendar has. */
export const date = (what: string) =>
  z.iso
    .date({ error: `${what}要写成 2026-01-31 这样` })
    .refine((day) => day >= '1900-01-01' && day < '2200-01-01', { error: `${what}的年份不对，请核对` })

/** Keyset paging: the cursor of the last row seen. Opaque to the client. */
export const cursor = () => z.string().max(200).optional()
