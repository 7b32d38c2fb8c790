import { LOCAL_ENV } from '../persona'

/** On whose behalf a function runs. A function that calls another hands its own caller on. */
export type Caller = { kind: 'person'; uid: string } | { kind: 'timer' } | { kind: 'server' }

/** The second argument of an event function, as the platform shapes it. */
export interface FunctionContext {
  request_id: string
  function_name: string
  function_version: string
  namespace: string
  memory_limit_in_mb: number
  time_limit_in_ms: number
  /** A JSON string: the only place where the caller's identity stands. */
  environment: string
}

/** What the context needs to know about one call. */
export interface Invocation {
  functionName: string
  requestId: string
  caller: Caller
  sourceIp: string
  timeLimitMs: number
}

const TCB_KEYS = [
  'TCB_ENV',
  'TCB_UUID',
  'TCB_ISANONYMOUS_USER',
  'TCB_SOURCE_IP',
  'TCB_CUSTOM_USER_ID',
  'LOGINTYPE',
  'TRIGGER_SRC',
]
const WX_KEYS = ['WX_OPENID', 'WX_APPID', 'WX_UNIONID']

/** Every name under which an identity could stand; none of them may ever be in process.env. */
export const IDENTITY_KEYS = [
  'TCB_UUID',
  'TCB_CUSTOM_USER_ID',
  'TCB_ISANONYMOUS_USER',
  'TCB_SOURCE_IP',
  'LOGINTYPE',
  'TRIGGER_SRC',
  ...WX_KEYS,
]

/**
 * Builds the context of one call. Identity stands here and never in process.env,
 * because one local process serves many people at once while the platform gives each call its own instance.
 */
export function contextFor(invocation: Invocation): FunctionContext {
  return {
    request_id: invocation.requestId,
    function_name: invocation.functionName,
    function_version: '$LATEST',
    namespace: LOCAL_ENV,
    memory_limit_in_mb: 256,
    time_limit_in_ms: invocation.timeLimitMs,
    environment: JSON.stringify(environmentFor(invocation)),
  }
}

function environmentFor({ caller, sourceIp }: Invocation): Record<string, string> {
  return {
    TCB_ENV: LOCAL_ENV,
    SCF_NAMESPACE: LOCAL_ENV,
    TCB_SOURCE_IP: sourceIp,
    TCB_CONTEXT_KEYS: TCB_KEYS.join(','),
    WX_CONTEXT_KEYS: WX_KEYS.join(','),
    // A browser's caller has no openid: the platform leaves these empty outside WeChat.
    WX_OPENID: '',
    WX_APPID: '',
    ...callerVariables(caller),
  }
}

function callerVariables(caller: Caller): Record<string, string> {
  if (caller.kind === 'person') {
    return { TCB_UUID: caller.uid, TCB_ISANONYMOUS_USER: 'false', LOGINTYPE: 'CUSTOM', TRIGGER_SRC: 'wx_http' }
  }
  if (caller.kind === 'timer') return { TCB_UUID: '', TRIGGER_SRC: 'timer' }
  return { TCB_UUID: '', TRIGGER_SRC: 'scf' }
}
