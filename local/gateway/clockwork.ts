import { randomUUID } from 'node:crypto'
import type { FunctionHost } from './function-host'

const EVERY_MS = 5_000
const FUNCTION = 'clockwork'

/** The timer of the platform: each few seconds here, each minute there. */
export interface Clockwork {
  stop(): void
}

/** Runs `clockwork` again and again, never twice at once: the next turn is wound only when the last has ended. */
export function startClockwork({
  host,
  log,
  everyMs = EVERY_MS,
}: {
  host: FunctionHost
  log: (line: string) => void
  everyMs?: number
}): Clockwork {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const wind = () => {
    if (stopped) return
    timer = setTimeout(() => void turn(), everyMs)
    timer.unref()
  }
  const turn = async () => {
    await tick(host, log)
    wind()
  }
  if (host.has(FUNCTION)) wind()
  else log(`there is no function ${FUNCTION}: nothing runs by the clock`)
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** One turn of the clock. */
export async function tick(host: FunctionHost, log: (line: string) => void): Promise<void> {
  // The platform stamps whole seconds in this shape.
  const event = {
    Type: 'Timer',
    TriggerName: 'each-minute',
    Time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    Message: '',
  }
  try {
    await host.invoke({
      functionName: FUNCTION,
      event,
      caller: { kind: 'timer' },
      requestId: randomUUID(),
      sourceIp: '',
    })
  } catch (error) {
    log(`the clockwork missed a turn: ${error instanceof Error ? error.message : String(error)}`)
  }
}
