import * as z from 'zod'
import type { Contract } from '../../../types/contracts/contract'
import { AppError } from './app-error'

/** WeChat adds `userInfo` and more to the event; unknown keys of the envelope are passed over and never read. */
const envelope = z.object({
  call: z.string().max(80),
  input: z.unknown(),
  requestId: z.uuid().optional(),
})

export type Envelope = z.output<typeof envelope>

export function readEnvelope(event: unknown): Envelope {
  const parsed = envelope.safeParse(event)
  if (!parsed.success) throw new AppError('BAD_REQUEST')
  return parsed.data
}

/** What the person sent, checked against the contract; every problem is named with its field. */
export function readInput<I extends z.ZodType>(contract: Contract<Contract['kind'], I>, input: unknown): z.output<I> {
  const parsed = contract.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.slice(0, 20).map((issue) => ({ path: pathOf(issue), message: sentenceOf(issue) }))
  throw new AppError('INVALID_INPUT', { fields })
}

const pathOf = (issue: z.core.$ZodIssue): string => issue.path.map(String).join('.').slice(0, 80)

/** Our own messages are Chinese; zod's English ones become one plain sentence. */
const sentenceOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return '多了不认识的内容，请更新到最新版本再试'
  return /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '这一项没填对'
}
