import { readFileSync } from 'node:fs'

const PARENT_POLL_MS = 500

export interface Signals {
  /** Resolves at the first Ctrl-C, SIGTERM or hang-up, or when the npm that started us is gone. */
  received: Promise<void>
  stopping(): boolean
}

/**
 * Listens for the end. Later signals change nothing: npm hands the terminal's Ctrl-C on, so one keystroke may arrive twice.
 * A signal to npm itself reaches only the shell between it and us, so we also watch whether both are still there;
 * otherwise a killed `npm start` would leave a server behind that nobody sees.
 */
export function listenToSignals(): Signals {
  let stopping = false
  const received = new Promise<void>((resolve) => {
    const stop = () => {
      stopping = true
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    if (process.env.npm_lifecycle_event) onParentsGone(stop)
  })
  return { received, stopping: () => stopping }
}

function onParentsGone(tell: () => void): void {
  const before = parents()
  const timer = setInterval(() => {
    if (parents() === before) return
    clearInterval(timer)
    tell()
  }, PARENT_POLL_MS)
  timer.unref()
}

/** The shell that npm runs us in, and npm; where the system has no /proc, the shell alone. */
function parents(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    // The program's name stands in brackets and may hold blanks; after it come the state and the parent.
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`
  } catch {
    return String(process.ppid)
  }
}
