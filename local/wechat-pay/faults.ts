/** What can be asked to go wrong with one answer. `after` means: done, and then the answer goes wrong. */
export const ANSWER_FAULTS = [
  'lost before',
  'lost after',
  '500 before',
  '500 after',
  '429',
  'html',
  'tampered',
  'unsigned',
  'stale',
  'unknown key',
  'SIGNTEST',
] as const
export type AnswerFault = (typeof ANSWER_FAULTS)[number]

/** What can be asked to go wrong with the notice of one payment. */
export const NOTICE_FAULTS = ['lost', 'three at once', 'SIGNTEST first', 'wrong amount', 'wrong key', 'stale'] as const
export type NoticeFault = (typeof NOTICE_FAULTS)[number]

export type Call = 'create' | 'query' | 'close'

/** Faults in the order in which they were asked for; each is used up by the next call of its kind. */
export interface Faults {
  ask(call: Call, ...faults: AnswerFault[]): void
  askNotice(...faults: NoticeFault[]): void
  next(call: Call): AnswerFault | undefined
  nextNotice(): NoticeFault | undefined
  clear(): void
}

export function openFaults(): Faults {
  const answers: Record<Call, AnswerFault[]> = { create: [], query: [], close: [] }
  const notices: NoticeFault[] = []
  return {
    ask: (call, ...faults) => void answers[call].push(...faults),
    askNotice: (...faults) => void notices.push(...faults),
    next: (call) => answers[call].shift(),
    nextNotice: () => notices.shift(),
    clear: () => {
      for (const queue of [...Object.values(answers), notices]) queue.length = 0
    },
  }
}
