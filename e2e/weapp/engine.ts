import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import vm from 'node:vm'

/**
 * A bare script engine as WeChat runs a mini-program in: the language, timers, a console and WeChat's own globals.
 * No window, no document, no fetch, no URL; code from strings is refused. Whatever else the build reaches for
 * is a ReferenceError here as it is on a telephone.
 */
export class Engine {
  /** Everything that went wrong, whoever swallowed it. */
  readonly faults: string[] = []
  private readonly context: vm.Context
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private closed = false

  constructor(
    private readonly dist: string,
    globals: Record<string, unknown>,
  ) {
    this.context = vm.createContext(
      { ...globals, ...this.timerGlobals(), console: this.console() },
      { codeGeneration: { strings: false, wasm: false } },
    )
    // Parts of Node's language that a telephone's engine may lack.
    vm.runInContext(
      'for (const name of ["Intl", "WebAssembly", "SharedArrayBuffer", "Atomics"]) delete globalThis[name]',
      this.context,
    )
  }

  /** Runs a file once, as WeChat's `require` does: a path inside the package, with or without `.js`. */
  require(path: string): unknown {
    const file = join('/', path.endsWith('.js') ? path : `${path}.js`)
    const known = this.modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(file, module)
    const code = readFileSync(join(this.dist, file), 'utf8')
    const run = vm.compileFunction(code, ['require', 'module', 'exports'], {
      parsingContext: this.context,
      filename: join(this.dist, file),
    }) as (...given: unknown[]) => void
    run((other: string) => this.require(join(dirname(file), other)), module, module.exports)
    return module.exports
  }

  /** Runs a piece of the app's own work; what it throws is a fault, never the harness's end. */
  attempt(what: string, work: () => unknown): void {
    try {
      const result = work()
      if (result instanceof Promise) result.catch((error: unknown) => this.fault(what, error))
    } catch (error) {
      this.fault(what, error)
    }
  }

  fault(what: string, error: unknown): void {
    const told = typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : String(error)
    this.faults.push(`${what}: ${told}`)
  }

  /** Forgets what still waits and lets nothing new wait, so that the process can end. */
  close(): void {
    this.closed = true
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
  }

  private timerGlobals() {
    const start =
      (begin: typeof setTimeout | typeof setInterval) =>
      (work: () => void, ms?: number, ...rest: unknown[]) => {
        if (this.closed) return undefined
        const timer = begin(() => this.attempt('a timer', () => Reflect.apply(work, undefined, rest)), ms)
        this.timers.add(timer)
        return timer
      }
    const stop = (timer?: NodeJS.Timeout) => {
      clearTimeout(timer)
      if (timer) this.timers.delete(timer)
    }
    return { setTimeout: start(setTimeout), setInterval: start(setInterval), clearTimeout: stop, clearInterval: stop }
  }

  /** Frameworks report what they caught on the console: an error there counts, and so does a warning of React's. */
  private console() {
    const quiet = () => undefined
    const error = (...said: unknown[]) => this.fault('console.error', said.map(String).join(' '))
    return {
      log: quiet,
      info: quiet,
      debug: quiet,
      warn: quiet,
      group: quiet,
      groupEnd: quiet,
      time: quiet,
      timeEnd: quiet,
      error,
    }
  }
}
