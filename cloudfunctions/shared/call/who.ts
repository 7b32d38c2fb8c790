/** Who calls, as the platform says it. Nothing in the event is ever believed. */
export type Caller =
  | { kind: 'person'; provider: 'wx' | 'cloudbase'; app: string; subject: string }
  | { kind: 'timer' }
  | { kind: 'nobody' }

/** The second argument of an event function; CloudBase puts the caller into `environment`, older runtimes into `environ`. */
export interface FunctionContext {
  environment?: unknown
  environ?: unknown
  /** How long the function may run; the platform gives it. */
  time_limit_in_ms?: unknown
}

/**
 * Reads the caller from the function context alone: `process.env` is shared by every call that one process serves.
 * A WeChat openid comes first; a CloudBase uid counts unless it is anonymous.
 */
export function callerOf(context: FunctionContext | undefined): Caller {
  const variables = variablesOf(context)
  const of = (key: string) => variables.get(key) ?? ''
  if (of('TRIGGER_SRC') === 'timer') return { kind: 'timer' }
  if (of('WX_OPENID') && of('WX_APPID')) {
    return { kind: 'person', provider: 'wx', app: of('WX_APPID'), subject: of('WX_OPENID') }
  }
  if (of('TCB_UUID') && of('TCB_ISANONYMOUS_USER') !== 'true') {
    return { kind: 'person', provider: 'cloudbase', app: of('TCB_ENV'), subject: of('TCB_UUID') }
  }
  return { kind: 'nobody' }
}

function variablesOf(context: FunctionContext | undefined): Map<string, string> {
  if (typeof context?.environment === 'string') return fromJson(context.environment)
  if (typeof context?.environ === 'string') return fromPairs(context.environ)
  return new Map()
}

function fromJson(text: string): Map<string, string> {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null) return new Map()
    return new Map(Object.entries(parsed).map(([key, value]) => [key, String(value)]))
  } catch {
    return new Map() // an unreadable context names nobody
  }
}

/** The older form: `KEY=value;KEY=value`. */
const fromPairs = (text: string): Map<string, string> =>
  new Map(
    text.split(';').flatMap((pair) => {
      const cut = pair.indexOf('=')
      return cut > 0 ? [[pair.slice(0, cut), pair.slice(cut + 1)] as const] : []
    }),
  )
