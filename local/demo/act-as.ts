import { randomUUID } from 'node:crypto'
import type { CallName, Input, Output } from '../../types/contracts'
import type { Reply } from '../../types/vocabulary/errors'
import type { Role } from '../../types/vocabulary/roles'
import type { FunctionHost } from '../gateway/function-host'

/**
 * Acts as a demo person through the functions' own `main`, as a client would; a refusal throws with its sentence.
 * What the demonstration shows has passed every check that real people's work passes.
 */
export type ActAs = (uid: string) => <N extends CallName>(call: N, input: Input<N>) => Promise<Output<N>>

/** One chapter of the demonstration: done once, and finding its work done changes nothing. */
export type Chapter = (actAs: ActAs, log: (line: string) => void) => Promise<void>

/** Acts through the stage's own host of functions, exactly as a signed-in browser would. */
export function actThrough(host: FunctionHost): ActAs {
  return (uid) =>
    async <N extends CallName>(call: N, input: Input<N>) => {
      const [functionName = ''] = call.split('.')
      const requestId = randomUUID()
      const answer = await host.invoke({
        functionName,
        event: { call, input, requestId },
        caller: { kind: 'person', uid },
        requestId,
        sourceIp: '127.0.0.1',
      })
      const reply = JSON.parse(answer) as Reply<Output<N>> // the function has checked it against the contract
      if (reply.ok) return reply.data
      const { code, message, details } = reply.error
      const fields = details?.fields?.map((field) => `${field.path}: ${field.message}`) ?? []
      throw new Error([`${call} as ${uid} was refused (${code}): ${message}`, ...fields].join('\n  '))
    }
}

/** Takes a seat in which this person may do so, where they sit in another, and gives the way back to that one. */
export async function sitDown(ask: ReturnType<ActAs>, fits: (role: Role) => boolean): Promise<() => Promise<void>> {
  const { seatId, seats } = await ask('members.showMe', {})
  const sitting = seats.find((seat) => seat.seatId === seatId)
  const fitting = seats.find(({ role }) => fits(role))
  if (!seatId || !fitting || (sitting && fits(sitting.role))) return () => Promise.resolve()
  await ask('members.takeSeat', { seatId: fitting.seatId })
  return async () => {
    await ask('members.takeSeat', { seatId })
  }
}
